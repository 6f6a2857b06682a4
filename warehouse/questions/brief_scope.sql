-- Where a brief can begin: the last run, the newest stated day; and articles that state no day.
SELECT
    (SELECT max(run_id) FROM run) AS last_run,
    (SELECT max(published_date) FROM publication) AS last_day,
    (SELECT count(*) FROM publication WHERE published_date IS NULL) AS undated_count;
