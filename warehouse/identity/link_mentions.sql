-- Mentions whose entity is new or has become another one: what the story decides comes first.
UPDATE mention
SET entity_id = linked.entity_id
FROM (
    SELECT one.article_id, one.field, one.start_offset, one.label,
        coalesce(here.entity_id, everywhere.entity_id) AS entity_id
    FROM mention AS one
    JOIN entity_name AS everywhere
        ON everywhere.label = one.label AND everywhere.name = coalesce(one.name, one.text)
    LEFT JOIN story_name AS here
        ON here.article_id = one.article_id
        AND here.label = one.label AND here.name = coalesce(one.name, one.text)
    WHERE one.entity_id IS DISTINCT FROM coalesce(here.entity_id, everywhere.entity_id)
) AS linked
WHERE linked.article_id = mention.article_id
  AND linked.field = mention.field
  AND linked.start_offset = mention.start_offset
  AND linked.label = mention.label;
