-- Of copies that were forgotten with them only the ids stay barred: their texts are allowed. Files with
-- documents that are refused as forgotten are read again by the next run.
DELETE FROM tombstone WHERE document_id IN (SELECT document_id FROM allowed_again);
UPDATE tombstone SET raw_sha256 = NULL
WHERE raw_sha256 IN (SELECT raw_sha256 FROM allowed_again);
UPDATE tombstone SET text_digest = NULL
WHERE text_digest IN (SELECT text_digest FROM allowed_again);
UPDATE source_file SET sha256 = NULL
WHERE source_file_id IN (SELECT source_file_id FROM rejection WHERE reason = 'forgotten');
