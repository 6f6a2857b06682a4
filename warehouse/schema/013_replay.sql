-- What a stored document needs to be cleaned again without its file, and what that changed.

ALTER TABLE document ADD COLUMN reading VARCHAR;
COMMENT ON COLUMN document.reading IS 'What was known about the document before it was cleaned, besides its text: language, address, lines a page shows as its body, stated facts. JSON, read by newsmill replay; NULL when there was nothing.';

ALTER TABLE line ADD COLUMN review BOOLEAN;
COMMENT ON COLUMN line.review IS 'True where the cleaner was in doubt, so that a person may look; listed in review_queue. NULL for lines cleaned before there was this flag.';

ALTER TABLE run ADD COLUMN job VARCHAR DEFAULT 'ingest';
COMMENT ON COLUMN run.job IS 'ingest: the files of the corpus. rejected: only those that were refused before. replay: stored documents, cleaned again; seen counts their files.';

CREATE TABLE line_change (
    run_id VARCHAR,
    document_id VARCHAR,
    line_no INTEGER,
    former_verdict VARCHAR,
    former_category VARCHAR,
    former_rule VARCHAR,
    former_score DOUBLE,
    former_version VARCHAR,
    verdict VARCHAR,
    category VARCHAR,
    rule VARCHAR,
    score DOUBLE,
    cleaner_version VARCHAR
);
COMMENT ON TABLE line_change IS 'One row per line of an unchanged text that was given another verdict or category when it was cleaned again, and run.';
COMMENT ON COLUMN line_change.run_id IS 'Run that cleaned it again.';
COMMENT ON COLUMN line_change.document_id IS 'The document.';
COMMENT ON COLUMN line_change.line_no IS 'Position in the document, from 0.';
COMMENT ON COLUMN line_change.former_verdict IS 'Verdict before: keep, drop or move.';
COMMENT ON COLUMN line_change.former_category IS 'Category before; NULL for a line that was kept.';
COMMENT ON COLUMN line_change.former_rule IS 'Rule or model that had decided.';
COMMENT ON COLUMN line_change.former_score IS 'Its score, 0 to 1.';
COMMENT ON COLUMN line_change.former_version IS 'Version of the cleaner before.';
COMMENT ON COLUMN line_change.verdict IS 'Verdict of this run.';
COMMENT ON COLUMN line_change.category IS 'Category; NULL for a line that is kept.';
COMMENT ON COLUMN line_change.rule IS 'Rule or model that decided.';
COMMENT ON COLUMN line_change.score IS 'Its score, 0 to 1.';
COMMENT ON COLUMN line_change.cleaner_version IS 'Version of the cleaner.';
