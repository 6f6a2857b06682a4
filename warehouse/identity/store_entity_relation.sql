-- Demonyms and capitals with the country they belong to, and places with the country for whose
-- government articles use them, as far as articles mention both.
DELETE FROM entity_relation;
INSERT INTO entity_relation BY NAME
SELECT
    entity.entity_id,
    CASE entity.kind WHEN 'demonym' THEN 'people_of' ELSE 'capital_of' END AS relation,
    country.entity_id AS related_id
FROM entity
JOIN entity AS country ON country.country_code = entity.country_code AND country.kind = 'country'
WHERE entity.kind IN ('demonym', 'capital')
UNION
SELECT mention.entity_id, 'stands_for', country.entity_id
FROM metonym
JOIN mention USING (article_id, field, start_offset, end_offset)
JOIN entity AS country ON country.country_code = metonym.country_code AND country.kind = 'country'
WHERE mention.entity_id <> country.entity_id;
