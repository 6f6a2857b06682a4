SELECT reason, count(*) AS rejection_count, any_value(reasons.definition) AS what_to_do
FROM rejection LEFT JOIN rejection_reason AS reasons USING (reason)
GROUP BY reason ORDER BY rejection_count DESC, reason;
