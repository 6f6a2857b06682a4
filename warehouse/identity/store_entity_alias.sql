-- Spellings with their support, counted from the mentions.
DELETE FROM entity_alias;
INSERT INTO entity_alias BY NAME
SELECT entity_id, label, text AS alias, count(*) AS mention_count, count(DISTINCT article_id) AS article_count
FROM mention
WHERE entity_id IS NOT NULL
GROUP BY ALL;
