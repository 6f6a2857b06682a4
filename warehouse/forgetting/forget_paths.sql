-- Of files that are gone and of which nothing is stored any more not even the path stays.
DELETE FROM source_file
WHERE status = 'vanished'
  AND source_file_id IN (SELECT source_file_id FROM tombstone)
  AND source_file_id NOT IN (SELECT source_file_id FROM document);
DELETE FROM rejection WHERE source_file_id NOT IN (SELECT source_file_id FROM source_file);
