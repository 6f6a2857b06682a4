-- Files that are gone: their articles stay, the file is marked.
UPDATE source_file SET status = 'vanished', last_run_id = (SELECT run_id FROM this_run)
WHERE source_file_id IN (SELECT source_file_id FROM vanished_file);

DELETE FROM rejection
WHERE place = '' AND source_file_id IN (SELECT source_file_id FROM vanished_file);
