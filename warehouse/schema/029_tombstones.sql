-- Documents that were taken out for good, and must not come back; words that no article holds any more
-- go (those of a former version when it is found that search is of another one).

CREATE TABLE tombstone (
    document_id VARCHAR,
    source_file_id VARCHAR,
    raw_sha256 VARCHAR,
    text_digest VARCHAR,
    reason VARCHAR,
    forgotten_at TIMESTAMP,
    run_id VARCHAR
);
COMMENT ON TABLE tombstone IS 'One row per document that was taken out for good (newsmill forget), without a word of it. A document with its id, its raw text or its text_digest is refused by every run: rejection.reason is forgotten.';
COMMENT ON COLUMN tombstone.document_id IS 'Id of the document, and of its article.';
COMMENT ON COLUMN tombstone.source_file_id IS 'The file it was read from; no row of source_file once that file is gone from the corpus.';
COMMENT ON COLUMN tombstone.raw_sha256 IS 'SHA-256 of its raw text, as in document: the text is refused wherever it lies. NULL where a document that stays has the same raw text.';
COMMENT ON COLUMN tombstone.text_digest IS 'Digest of its words, as in fingerprint, where copies of the text were to be forgotten too, and those that may come later; else NULL.';
COMMENT ON COLUMN tombstone.reason IS 'Why, in the words of the person who did it; NULL when none were given.';
COMMENT ON COLUMN tombstone.forgotten_at IS 'When (UTC).';
COMMENT ON COLUMN tombstone.run_id IS 'Run that took it out.';

COMMENT ON COLUMN run.job IS 'ingest: the files of the corpus. rejected: only those that were refused before. replay: stored documents, cleaned again; seen counts their files. forget: documents that were taken out for good; seen counts their files.';
COMMENT ON COLUMN run.status IS 'ok, or quarantined when some input was refused, other than what was forgotten.';

COMMENT ON TABLE search_term IS 'One row per word that an article holds: lower case, without accents.';
DELETE FROM story_stem WHERE article_count <= 0;
