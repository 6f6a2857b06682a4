SELECT DISTINCT file.path
FROM rejection
JOIN source_file AS file USING (source_file_id)
WHERE file.status <> 'vanished';
