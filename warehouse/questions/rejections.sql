-- Every refusal in force: what, why, since when, and what can be done.
SELECT
    file.path,
    rejection.place,
    rejection.reason,
    rejection.detail,
    reasons.definition AS what_to_do,
    rejection.sha256,
    rejection.run_id,
    run.started_at AS refused_at
FROM rejection
JOIN source_file AS file USING (source_file_id)
LEFT JOIN rejection_reason AS reasons ON reasons.reason = rejection.reason
LEFT JOIN run ON run.run_id = rejection.run_id
WHERE file.status <> 'vanished'
ORDER BY file.path, rejection.place, rejection.reason;
