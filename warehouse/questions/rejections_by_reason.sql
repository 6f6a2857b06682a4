-- Refusals in force by reason, with what mends them; one row per reason.
SELECT reason, count(*) AS rejection_count, any_value(reasons.definition) AS what_to_do
FROM rejection
JOIN source_file AS file USING (source_file_id)
LEFT JOIN rejection_reason AS reasons USING (reason)
WHERE file.status <> 'vanished'
GROUP BY reason ORDER BY rejection_count DESC, reason;
