-- The document a person means: by the path of its file, or by its id or the start of it.
SELECT document.document_id, file.path
FROM document JOIN source_file AS file USING (source_file_id)
WHERE file.path = $path
   OR (length($name) >= 6 AND starts_with(document.document_id, lower($name)))
ORDER BY file.path = $path DESC, document.document_id
LIMIT 2;
