"""What kind of quotation it is: a sentence, some words of one, the title of a work."""

from __future__ import annotations

from extractors.quotations.speech_words import NOUN_CAPITALS, UNSPACED, cut_words

KINDS = {
    "direct": "A sentence or more in the speaker's words.",
    "partial": "Some words inside a sentence: what somebody called something, scare quotes.",
    "title": "Each word has a capital: most often the title of a work, a nickname, a brand.",
}
LETTERS_PER_WORD = 2  # of scripts without blanks
FEWEST_DIRECT = 4  # words without a closing sign
FEWEST_CASELESS = 6
MOST_TITLE = 8
SMALL = 3  # letters: of, the, and
ENDS = ",.!?…;，。！？।؟"


def tell_kind(inside: str, ahead: str, behind: str, language: str) -> str:
    """One of KINDS for a quotation; `ahead` and `behind` are the signs around its marks."""
    words = cut_words(inside, 0, len(inside))
    spaceless = (len(w.text) for w in words if UNSPACED.match(w.text))
    count = len(words) + sum(length // LETTERS_PER_WORD for length in spaceless)
    closes = inside[-1] in ENDS or behind in {",", "，"}
    begins = ahead in {"", ":", "：", ",", "，", ".", "!", "?"}
    letter = next((c for c in inside if c.isalpha()), "")
    is_cased = letter.lower() != letter.upper()
    if is_cased and _is_title(words, language) and not (closes and begins):
        return "title"
    if ahead in {":", "："} and count >= FEWEST_DIRECT - 1:
        return "direct"
    if not is_cased:
        is_direct = count >= FEWEST_CASELESS or (closes and begins)
    else:
        is_long = count >= FEWEST_DIRECT
        is_direct = letter.isupper() and (begins + closes + is_long >= 2)
    return "direct" if is_direct else "partial"


def _is_title(words: list, language: str) -> bool:
    if language in NOUN_CAPITALS or not 2 <= len(words) <= MOST_TITLE:
        return False
    long = [w for w in words if len(w.text) > SMALL]
    return words[0].text[0].isupper() and len(long) > 0 and all(w.text[0].isupper() for w in long)
