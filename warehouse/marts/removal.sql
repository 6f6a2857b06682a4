-- How many lines left each document, and why?
-- One row per document and reason. Kept up to date: only stale documents are counted anew.
-- Grain: document_id, verdict, category, rule
CREATE TABLE IF NOT EXISTS removal (
    document_id VARCHAR,
    verdict VARCHAR,
    category VARCHAR,
    rule VARCHAR,
    line_count BIGINT,
    char_count BIGINT,
    score_sum DOUBLE
);

DELETE FROM removal WHERE document_id IN (FROM stale_document);
INSERT INTO removal BY NAME
SELECT
    document_id,
    verdict,
    category,
    rule,
    count(*) AS line_count,
    sum(end_offset - start_offset)::BIGINT AS char_count,
    sum(score) AS score_sum
FROM line SEMI JOIN stale_document USING (document_id)
WHERE verdict <> 'keep'
GROUP BY ALL;

COMMENT ON TABLE removal IS 'One row per document and reason for which lines left its body.';
COMMENT ON COLUMN removal.document_id IS 'The document.';
COMMENT ON COLUMN removal.verdict IS 'drop, or move when the line went into a metadata column.';
COMMENT ON COLUMN removal.category IS 'Why the lines left the body.';
COMMENT ON COLUMN removal.rule IS 'Rule or model that decided.';
COMMENT ON COLUMN removal.line_count IS 'Lines.';
COMMENT ON COLUMN removal.char_count IS 'Characters in these lines.';
COMMENT ON COLUMN removal.score_sum IS 'Sum of the scores of these lines; divided by line_count it is their mean.';
