SELECT file.path, rejection.reason, rejection.detail
FROM rejection
JOIN source_file AS file USING (source_file_id)
ORDER BY ALL;
