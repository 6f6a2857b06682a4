-- Files with the bytes of one whose state has changed: the next run decides about them again.
UPDATE source_file SET sha256 = NULL
WHERE status IN ('duplicate', 'quarantined')
  AND source_file_id NOT IN (SELECT source_file_id FROM replayed_file)
  AND sha256 IN (
      SELECT sha256 FROM source_file JOIN replayed_file USING (source_file_id)
      WHERE last_run_id = (SELECT run_id FROM this_run)
  );
