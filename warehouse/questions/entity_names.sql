-- Every mention with its entity, by article and place; what no entity was made of has its own name.
SELECT
    mention.article_id,
    mention.start_offset AS start,
    mention.end_offset AS end,
    mention.label,
    mention.text,
    mention.entity_id AS entity,
    coalesce(entity.name, mention.name, mention.text) AS name
FROM mention
LEFT JOIN entity USING (entity_id)
ORDER BY article_id, start, "end";
