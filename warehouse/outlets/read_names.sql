-- The names that articles state as their outlet, with the hosts and folders that tell their domains.
WITH stated AS (
    SELECT outlet AS name, count(*) AS article_count
    FROM article
    WHERE outlet IS NOT NULL
    GROUP BY outlet
),
place AS (
    SELECT DISTINCT article.outlet AS name, source
    FROM outlet_source
    JOIN article USING (article_id)
    WHERE article.outlet IS NOT NULL AND (source LIKE 'host:%' OR source LIKE 'folder:%.%')
)
SELECT
    name,
    article_count,
    list(source ORDER BY source) FILTER (WHERE source IS NOT NULL) AS sources
FROM stated
LEFT JOIN place USING (name)
GROUP BY name, article_count
ORDER BY name;
