-- Refusals in force, of files and of documents in them; those of vanished files are over.
SELECT file.path, rejection.place, rejection.reason, rejection.detail
FROM rejection
JOIN source_file AS file USING (source_file_id)
WHERE file.status <> 'vanished'
ORDER BY ALL;
