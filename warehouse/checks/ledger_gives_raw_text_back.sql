-- The lines of a document, one after the other, are its raw text. Checked for what the run loaded.
WITH checked AS (FROM checked_document WHERE slice_no = getvariable('checked_slice'))
SELECT checked.document_id
FROM checked
LEFT JOIN (
    SELECT
        document_id,
        sha256(string_agg(text || line_ending, '' ORDER BY line_no)) AS sha256,
        count(*) AS line_count
    FROM line
    WHERE document_id IN (SELECT document_id FROM checked)
    GROUP BY document_id
) AS ledger USING (document_id)
WHERE ledger.sha256 IS DISTINCT FROM checked.raw_sha256
   OR ledger.line_count <> checked.line_count;
