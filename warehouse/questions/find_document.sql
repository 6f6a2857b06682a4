-- The document a person means: by the path of its file (and its place in it, FILE!/PLACE), or by
-- its id or the start of it.
SELECT document.document_id, file.path, document.place
FROM document JOIN source_file AS file USING (source_file_id)
WHERE file.path = $path
   OR file.path || '!/' || document.place = $path
   OR (length($name) >= 6 AND starts_with(document.document_id, lower($name)))
ORDER BY file.path || '!/' || document.place = $path DESC, file.path = $path DESC, document.document_id
LIMIT 2;
