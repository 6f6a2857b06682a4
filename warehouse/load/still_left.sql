-- Documents that were cleaned again: a file that no longer holds one holds it no more for that.
UPDATE document SET left_run_id = replaced.left_run_id
FROM replaced_document AS replaced
WHERE replaced.document_id = document.document_id
  AND document.document_id IN (SELECT document_id FROM read_document);
