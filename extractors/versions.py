"""Versions of what is stored beside articles: with another one it is made anew from their texts."""

WORD_HASH_VERSION = 2  # of the hashes of words (words.hashes), and of what a word is
FINGERPRINT_VERSION = f"words{WORD_HASH_VERSION}-trigrams1"
VERDICT_VERSION = "facts-1"  # of the verdict on two texts (near_duplicates) and its evidence
QUOTATION_VERSION = "quotations-1"  # of the rules that find quotations and their speakers
