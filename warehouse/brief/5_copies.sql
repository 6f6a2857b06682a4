-- Who carries whose text?
SELECT
    coalesce(origin.outlet, 'unknown') AS source,
    coalesce(copy.outlet, 'unknown') AS carried_by,
    count(*) AS copies,
    count(DISTINCT copy.canonical_article_id) AS texts,
    count(*) FILTER (WHERE copy.published_date > origin.published_date) AS later_for_certain
FROM publication AS copy
JOIN publication AS origin ON origin.article_id = copy.canonical_article_id
WHERE NOT copy.is_canonical AND copy.outlet IS DISTINCT FROM origin.outlet
  AND copy.run_id >= $first_run
  AND (copy.published_date >= $first_day OR $first_day IS NULL)
GROUP BY origin.outlet, copy.outlet
ORDER BY copies DESC, source, carried_by
LIMIT 10;
