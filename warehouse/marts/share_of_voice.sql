-- How much of the news is about whom, and how much of that is copies?
-- One row per entity and period in which an article names it: each week, each month, and all time.
-- period_start is NULL for articles without a day (week, month) and for all time (all).
-- Texts and stories are counted on canonical copies, so that copies change article_count only.
-- Grain: entity_id, period, period_start
CREATE OR REPLACE VIEW share_of_voice AS
SELECT
    entity.entity_id,
    entity.label,
    entity.name,
    voice.period,
    voice.period_start,
    voice.article_count,
    voice.text_count,
    voice.story_count,
    coalesce(voice.text_count / total.text_count, 0)::DOUBLE AS text_share,
    coalesce(voice.story_count / total.story_count, 0)::DOUBLE AS story_share
FROM voice_count AS voice
JOIN named_entity AS entity USING (entity_key)
LEFT JOIN period_total AS total
    ON total.period = voice.period AND total.period_start IS NOT DISTINCT FROM voice.period_start;

COMMENT ON VIEW share_of_voice IS 'How much of the news is about whom: one row per entity and period (week, month, all) with articles, texts and stories counted apart. Copies change article_count only.';
COMMENT ON COLUMN share_of_voice.entity_id IS 'The entity.';
COMMENT ON COLUMN share_of_voice.label IS 'Its label.';
COMMENT ON COLUMN share_of_voice.name IS 'Its name.';
COMMENT ON COLUMN share_of_voice.period IS 'week, month or all.';
COMMENT ON COLUMN share_of_voice.period_start IS 'Monday of the week or first day of the month; NULL for articles without a day, and in rows of all.';
COMMENT ON COLUMN share_of_voice.article_count IS 'Articles of the period that name it, copies included: the raw count.';
COMMENT ON COLUMN share_of_voice.text_count IS 'Texts that name it: each group of copies once, in the period of its canonical copy.';
COMMENT ON COLUMN share_of_voice.story_count IS 'Stories with such a text.';
COMMENT ON COLUMN share_of_voice.text_share IS 'text_count divided by all texts of the period, 0 to 1.';
COMMENT ON COLUMN share_of_voice.story_share IS 'story_count divided by all stories with a text in the period, 0 to 1.';
