-- Other stories with an article that was compared with both of two canonical articles, the nearest
-- first.
WITH near AS (
    SELECT unnest([article_id_a, article_id_b]) AS article_id,
           unnest([article_id_b, article_id_a]) AS other_id, score
    FROM story_edge
    WHERE score > 0 AND (article_id_a IN ($a, $b) OR article_id_b IN ($a, $b))
)
SELECT told.story_id
FROM near JOIN story_article AS told USING (article_id)
WHERE near.other_id IN ($a, $b) AND told.story_id NOT IN ($story_a, $story_b)
GROUP BY told.story_id HAVING count(DISTINCT near.other_id) = 2
ORDER BY sum(near.score) DESC, told.story_id
LIMIT 10;
