-- The lines whose verdict or category a run changed, with what they were before.
SELECT file.path, document.place, change.document_id, change.line_no,
       change.former_verdict, change.former_category, change.verdict, change.category,
       change.rule, change.score, line.text
FROM line_change AS change
JOIN document USING (document_id)
JOIN source_file AS file USING (source_file_id)
JOIN line ON line.document_id = change.document_id AND line.line_no = change.line_no
WHERE change.run_id = $run_id
ORDER BY file.path, document.place, change.line_no;
