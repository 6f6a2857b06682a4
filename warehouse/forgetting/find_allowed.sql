-- allowed_again: the tombstones of a document ($target: its id or the beginning of it) or of all documents
-- of a file (its path, or the id computed from it: $source_file_id).
CREATE OR REPLACE TEMP TABLE allowed_again AS
SELECT document_id, raw_sha256, text_digest FROM tombstone
WHERE source_file_id = $source_file_id
   OR source_file_id IN (SELECT source_file_id FROM source_file WHERE path = $target)
   OR (length($target) >= 6 AND starts_with(document_id, lower($target)));
