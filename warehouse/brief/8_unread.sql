-- What could not be read?
SELECT
    rejection.reason,
    count(*) AS documents,
    min(file.path || CASE WHEN rejection.place <> '' THEN '!/' || rejection.place ELSE '' END)
        AS example,
    any_value(reasons.definition) AS meaning
FROM rejection
JOIN source_file AS file USING (source_file_id)
LEFT JOIN rejection_reason AS reasons USING (reason)
WHERE rejection.run_id >= $first_run
GROUP BY rejection.reason
ORDER BY documents DESC, reason;
