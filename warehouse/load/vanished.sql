-- Files that are gone: their articles stay, the file is marked. Where a copy has taken the article
-- over, the row that was the copy's stands for the path that is gone. The bytes of a file that was
-- refused are not those of the article it had before: they must not be taken for its own again.
UPDATE source_file
SET status = 'vanished',
    path = gone.path,
    sha256 = if(status = 'quarantined', NULL, sha256),
    last_run_id = (SELECT run_id FROM this_run)
FROM vanished_file AS gone
WHERE gone.source_file_id = source_file.source_file_id;

-- Of forgotten files that are gone not even the path stays.
DELETE FROM source_file
WHERE status = 'vanished'
  AND source_file_id IN (SELECT source_file_id FROM rejection WHERE reason = 'forgotten')
  AND source_file_id NOT IN (SELECT source_file_id FROM document);
DELETE FROM rejection WHERE source_file_id NOT IN (SELECT source_file_id FROM source_file);

DELETE FROM rejection
WHERE place = '' AND source_file_id IN (SELECT source_file_id FROM vanished_file);
