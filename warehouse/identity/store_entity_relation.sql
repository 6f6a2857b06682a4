-- Demonyms and capitals with the country they belong to, as far as articles mention both.
DELETE FROM entity_relation;
INSERT INTO entity_relation BY NAME
SELECT
    entity.entity_id,
    CASE entity.kind WHEN 'demonym' THEN 'people_of' ELSE 'capital_of' END AS relation,
    country.entity_id AS related_id
FROM entity
JOIN entity AS country ON country.country_code = entity.country_code AND country.kind = 'country'
WHERE entity.kind IN ('demonym', 'capital');
