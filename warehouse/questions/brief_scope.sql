-- Where a brief can begin: the last run that brought new articles, the newest stated day; and articles
-- that state no day.
SELECT
    coalesce(brought.run_id, ran.run_id) AS last_run,
    last_run IS NOT DISTINCT FROM ran.run_id AS is_last,
    (SELECT max(published_date) FROM publication) AS last_day,
    (SELECT count(*) FROM publication WHERE published_date IS NULL) AS undated_count
FROM (SELECT max(first_run_id) AS run_id FROM publication) AS brought,
    (SELECT max(run_id) AS run_id FROM run) AS ran;
