-- Which agencies' texts were carried?
-- As datelines, last words, bylines and notes name them (metadatum, field agency).
SELECT
    named.agency,
    count(*) AS articles,
    count(DISTINCT publication.canonical_article_id) AS texts,
    count(DISTINCT publication.outlet) AS known_outlets,
    count(DISTINCT publication.story_id) AS stories
FROM publication
JOIN (
    SELECT DISTINCT article_id, normal_value AS agency
    FROM metadatum WHERE field = 'agency' AND is_chosen
) AS named USING (article_id)
WHERE publication.first_run_id >= $first_run
  AND (published_date >= $first_day OR $first_day IS NULL)
GROUP BY named.agency
ORDER BY articles DESC, agency
LIMIT 10;
