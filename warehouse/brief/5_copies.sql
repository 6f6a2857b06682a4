-- Who carries whose text?
WITH known AS (
    -- "The Bay Post", "Bay Post" and baypost.com are one outlet
    SELECT *, regexp_replace(
        strip_accents(lower(outlet)), '^(the |www\.)|(\.com?)?\.[a-z]{2,3}\z|[^\pL\pN]', '', 'g'
    ) AS outlet_key
    FROM publication
    WHERE outlet IS NOT NULL
)
SELECT
    origin.outlet AS source,
    copy.outlet AS carried_by,
    count(*) AS copies,
    count(DISTINCT copy.canonical_article_id) AS texts,
    count(*) FILTER (WHERE copy.published_date > origin.published_date) AS later_for_certain
FROM known AS copy
JOIN known AS origin ON origin.article_id = copy.canonical_article_id
WHERE NOT copy.is_canonical AND copy.outlet_key <> origin.outlet_key
  AND copy.first_run_id >= $first_run
  AND (copy.published_date >= $first_day OR $first_day IS NULL)
GROUP BY origin.outlet, copy.outlet
ORDER BY copies DESC, source, carried_by
LIMIT 10;
