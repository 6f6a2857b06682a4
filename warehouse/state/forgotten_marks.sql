-- By what forgotten documents are known when they are read again: id, raw text, words.
SELECT document_id FROM tombstone
UNION SELECT raw_sha256 FROM tombstone WHERE raw_sha256 IS NOT NULL
UNION SELECT text_digest FROM tombstone WHERE text_digest IS NOT NULL;
