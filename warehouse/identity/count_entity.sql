-- How often the articles mention an entity.
SELECT count(*) AS mention_count, count(DISTINCT article_id) AS article_count
FROM mention
WHERE entity_id = $entity_id;
