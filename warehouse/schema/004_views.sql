-- Views over the ledger that people ask for by name.

CREATE VIEW document_text AS
SELECT document_id, string_agg(text || line_ending, '' ORDER BY line_no) AS raw_text
FROM line
GROUP BY document_id;
COMMENT ON VIEW document_text IS 'The raw text of every document, rebuilt from its lines.';
COMMENT ON COLUMN document_text.document_id IS 'The document.';
COMMENT ON COLUMN document_text.raw_text IS 'Its raw text, as it was read from the file.';

CREATE VIEW removed_line AS
SELECT file.path, line.line_no, line.verdict, line.category, line.rule, line.score, line.text
FROM line
JOIN document USING (document_id)
JOIN source_file AS file USING (source_file_id)
WHERE line.verdict <> 'keep';
COMMENT ON VIEW removed_line IS 'Every line that left a body, with its file and its reason.';
COMMENT ON COLUMN removed_line.path IS 'The file, below the corpus folder.';
COMMENT ON COLUMN removed_line.line_no IS 'Position in the document, from 0.';
COMMENT ON COLUMN removed_line.verdict IS 'drop, or move when it went into a metadata column.';
COMMENT ON COLUMN removed_line.category IS 'Why it left the body.';
COMMENT ON COLUMN removed_line.rule IS 'Name of the rule or model that decided.';
COMMENT ON COLUMN removed_line.score IS 'How sure the cleaner is, 0 to 1.';
COMMENT ON COLUMN removed_line.text IS 'The line.';
