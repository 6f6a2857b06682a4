-- Tombstones of a document ($target: its id or the beginning of it) or of all documents of a file
-- (its path, or the id computed from it: $source_file_id).
DELETE FROM tombstone
WHERE source_file_id = $source_file_id
   OR source_file_id IN (SELECT source_file_id FROM source_file WHERE path = $target)
   OR (length($target) >= 6 AND starts_with(document_id, lower($target)))
RETURNING document_id;
