-- The document a person means by its id or the start of it; two rows when it may be several.
SELECT document_id FROM document
WHERE length($name) >= 6 AND starts_with(document_id, lower($name))
ORDER BY document_id
LIMIT 2;
