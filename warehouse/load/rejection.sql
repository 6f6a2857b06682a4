-- A file that was looked at again keeps no old rejection; one that came back unchanged was not
-- read, and keeps those of the documents in it.
DELETE FROM rejection
WHERE source_file_id IN (SELECT source_file_id FROM seen_file)
  AND (place = '' OR source_file_id NOT IN (
      SELECT source_file_id FROM seen_file WHERE status = 'loaded' AND document_count IS NULL
  ));
INSERT INTO rejection BY NAME FROM new_rejection;
