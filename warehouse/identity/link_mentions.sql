-- Mentions whose entity is new or has become another one.
UPDATE mention
SET entity_id = linked.entity_id
FROM entity_name AS linked
WHERE linked.label = mention.label
  AND linked.name = coalesce(mention.name, mention.text)
  AND mention.entity_id IS DISTINCT FROM linked.entity_id;
