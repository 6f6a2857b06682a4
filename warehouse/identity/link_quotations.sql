-- Quotations whose speaker is a new entity or has become another one: as the mention of the name, and
-- for names that no finder found the one person of that name.
UPDATE quotation
SET entity_id = linked.entity_id
FROM (
    SELECT one.quotation_id,
        coalesce(here.entity_id, everywhere.entity_id, person.entity_id) AS entity_id
    FROM quotation AS one
    LEFT JOIN entity_name AS everywhere
        ON everywhere.label = one.speaker_label AND everywhere.name = one.speaker
    LEFT JOIN entity_name AS person
        ON one.speaker_label IS NULL AND person.label = 'PERSON' AND person.name = one.speaker
    LEFT JOIN story_name AS here
        ON here.article_id = one.article_id
        AND here.label = one.speaker_label AND here.name = one.speaker
    WHERE one.speaker IS NOT NULL
      AND one.entity_id IS DISTINCT FROM
          coalesce(here.entity_id, everywhere.entity_id, person.entity_id)
) AS linked
WHERE linked.quotation_id = quotation.quotation_id;
