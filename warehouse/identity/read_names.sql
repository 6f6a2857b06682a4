-- How often each spelling stands for each name: the whole evidence for who is who.
SELECT
    label,
    text,
    coalesce(name, text) AS name,
    count(*) AS mention_count,
    count(DISTINCT article_id) AS article_count
FROM mention
GROUP BY ALL;
