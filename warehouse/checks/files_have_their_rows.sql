-- A loaded file has a document, a duplicate names a file, a refused file has a rejection.
SELECT file.path, file.status
FROM source_file AS file
WHERE (file.status = 'loaded' AND file.source_file_id NOT IN (SELECT source_file_id FROM document))
   OR (file.status = 'duplicate' AND file.duplicate_of IS NULL)
   OR (file.status = 'quarantined' AND file.source_file_id NOT IN (SELECT source_file_id FROM rejection))
   OR file.status NOT IN ('loaded', 'duplicate', 'quarantined', 'vanished');
