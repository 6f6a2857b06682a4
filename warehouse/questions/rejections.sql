SELECT file.path, rejection.reason, rejection.detail, rejection.run_id
FROM rejection JOIN source_file AS file USING (source_file_id)
ORDER BY ALL;
