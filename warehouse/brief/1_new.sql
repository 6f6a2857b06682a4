-- What is new?
SELECT
    count(*) AS articles,
    count(*) FILTER (WHERE is_canonical) AS texts,
    count(*) FILTER (WHERE NOT is_canonical) AS copies,
    count(DISTINCT story_id) AS stories,
    count(DISTINCT story_id) FILTER (WHERE story_id IN (
        SELECT story_id FROM publication GROUP BY story_id
        HAVING bool_and(coalesce(first_run_id >= $first_run
            AND (published_date >= $first_day OR $first_day IS NULL), false))
    )) AS new_stories,
    count(DISTINCT outlet) AS outlets,
    count(*) FILTER (WHERE published_date IS NULL) AS without_a_day,
    min(published_date) AS first_day,
    max(published_date) AS last_day,
    count(*) FILTER (WHERE article_id IN (SELECT article_id FROM unread_article)) AS without_names,
    (
        SELECT count(DISTINCT article_id) FROM article_revision JOIN publication USING (article_id)
        WHERE replaced_run_id >= $first_run AND first_run_id < $first_run
            AND (published_date >= $first_day OR $first_day IS NULL)
    ) AS changed
FROM publication
WHERE first_run_id >= $first_run AND (published_date >= $first_day OR $first_day IS NULL);
