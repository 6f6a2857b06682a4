-- Files that are refused, or hold a document that is.
SELECT DISTINCT file.path
FROM rejection
JOIN source_file AS file USING (source_file_id)
WHERE file.status <> 'vanished';
