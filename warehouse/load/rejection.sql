-- A file that was looked at again keeps no old rejection.
DELETE FROM rejection WHERE source_file_id IN (SELECT source_file_id FROM seen_file);
INSERT INTO rejection BY NAME FROM new_rejection;
