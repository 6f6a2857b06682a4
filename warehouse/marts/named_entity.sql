-- Which entity does a key stand for?
-- One row per entity that an article names.
-- Grain: entity_key
CREATE OR REPLACE TABLE named_entity AS
SELECT
    voice.entity_key,
    entity.entity_id,
    entity.label,
    entity.name,
    voice.article_count,
    voice.text_count,
    voice.story_count
FROM voice_count AS voice
JOIN entity ON md5_number_lower(entity.entity_id) = voice.entity_key
WHERE voice.period = 'all';

COMMENT ON TABLE named_entity IS 'One row per entity that an article names, with the key by which naming and voice_count call it.';
COMMENT ON COLUMN named_entity.entity_key IS 'First 64 bits of the MD5 of its id: md5_number_lower(entity_id).';
COMMENT ON COLUMN named_entity.entity_id IS 'The entity.';
COMMENT ON COLUMN named_entity.label IS 'Its label.';
COMMENT ON COLUMN named_entity.name IS 'Its name.';
COMMENT ON COLUMN named_entity.article_count IS 'Articles that name it, copies included.';
COMMENT ON COLUMN named_entity.text_count IS 'Texts that name it: each group of copies once.';
COMMENT ON COLUMN named_entity.story_count IS 'Stories with such a text.';
