-- One outcome for each file of a forgotten document: seen = unchanged + quarantined + vanished.
SELECT
    count(*) AS seen,
    count(*) FILTER (WHERE status IN ('loaded', 'duplicate')) AS unchanged,
    count(*) FILTER (WHERE status = 'quarantined') AS quarantined,
    count(*) FILTER (WHERE status = 'vanished') AS vanished
FROM source_file
WHERE source_file_id IN (SELECT source_file_id FROM tombstone SEMI JOIN this_burial USING (run_id));
