-- How the run of a replay is counted: one outcome for each file.
SELECT
    count(*) AS seen,
    count(*) FILTER (WHERE file.status <> 'quarantined') AS loaded,
    count(*) FILTER (WHERE file.status = 'quarantined') AS quarantined
FROM replayed_file
JOIN source_file AS file USING (source_file_id);
