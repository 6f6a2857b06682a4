-- The names that articles state as their outlet, with the hosts and folders that tell their domains.
SELECT
    article.outlet AS name,
    count(DISTINCT article_id) AS article_count,
    list(DISTINCT source ORDER BY source)
        FILTER (WHERE source LIKE 'host:%' OR source LIKE 'folder:%.%') AS sources
FROM article
LEFT JOIN outlet_source USING (article_id)
WHERE article.outlet IS NOT NULL
GROUP BY article.outlet
ORDER BY name;
