-- Entities that a word can mean: their id, the name they are shown with, or a name that stands for
-- them. own_name: a name that is theirs by itself, which a correction can speak of.
SELECT
    entity.entity_id,
    entity.label,
    entity.name,
    coalesce(
        min(known.name) FILTER (WHERE known.own_id = entity.entity_id AND known.name = $word),
        min(known.name) FILTER (WHERE known.own_id = entity.entity_id AND known.name = entity.name),
        min(known.name) FILTER (WHERE known.own_id = entity.entity_id),
        min(known.name)
    ) AS own_name
FROM entity
JOIN entity_name AS known USING (entity_id)
WHERE $label IS NULL OR entity.label = $label
GROUP BY entity.entity_id, entity.label, entity.name
HAVING entity.entity_id = $word OR entity.name = $word OR bool_or(known.name = $word)
ORDER BY entity.label, entity.name, entity.entity_id;
