-- The lines of one document with their verdicts, in order.
SELECT line_no, text, verdict, category, rule, score
FROM line WHERE document_id = $document_id ORDER BY line_no;
