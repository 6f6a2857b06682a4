-- The lines of a document, one after the other, are its raw text. Checked for what the run loaded.
SELECT document.document_id
FROM document
LEFT JOIN (
    SELECT
        document_id,
        sha256(string_agg(text || line_ending, '' ORDER BY line_no)) AS sha256,
        count(*) AS line_count
    FROM line
    WHERE document_id IN (SELECT document_id FROM document SEMI JOIN last_run USING (run_id))
    GROUP BY document_id
) AS ledger USING (document_id)
WHERE document.run_id IN (SELECT run_id FROM last_run)
  AND (ledger.sha256 IS DISTINCT FROM document.raw_sha256 OR ledger.line_count <> document.line_count);
