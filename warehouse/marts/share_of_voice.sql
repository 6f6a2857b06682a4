-- How much of the news is about whom, and how much of that is copies?
-- One row per entity and period in which an article names it: each week, each month, and all time.
-- period_start is NULL for articles without a day (week, month) and for all time (all).
-- Texts and stories are counted on canonical copies, so that copies change article_count only.
-- Grain: entity_id, period, period_start
CREATE OR REPLACE TABLE share_of_voice AS
WITH named AS (
    SELECT entity_id, week_start, month_start, story_id, is_canonical
    FROM appearance JOIN publication USING (article_id)
),
counted AS (
    -- first by story, so that a story is counted once without a set of its ids for every entity
    SELECT entity_id, 'week' AS period, week_start AS period_start, story_id,
        count(*) AS article_count, count(*) FILTER (WHERE is_canonical) AS text_count
    FROM named GROUP BY ALL
    UNION ALL
    SELECT entity_id, 'month', month_start, story_id, count(*), count(*) FILTER (WHERE is_canonical)
    FROM named GROUP BY ALL
    UNION ALL
    SELECT entity_id, 'all', NULL, story_id, count(*), count(*) FILTER (WHERE is_canonical)
    FROM named GROUP BY ALL
),
summed AS (
    SELECT entity_id, period, period_start,
        sum(article_count)::BIGINT AS article_count,
        sum(text_count)::BIGINT AS text_count,
        count(*) FILTER (WHERE text_count > 0) AS story_count
    FROM counted GROUP BY ALL
),
total AS (
    SELECT 'week' AS period, week_start AS period_start, count(*) AS text_count,
        count(DISTINCT story_id) AS story_count
    FROM publication WHERE is_canonical GROUP BY week_start
    UNION ALL
    SELECT 'month', month_start, count(*), count(DISTINCT story_id)
    FROM publication WHERE is_canonical GROUP BY month_start
    UNION ALL
    SELECT 'all', NULL, count(*), count(DISTINCT story_id) FROM publication WHERE is_canonical
)
SELECT
    summed.entity_id,
    entity.label,
    entity.name,
    summed.period,
    summed.period_start,
    summed.article_count,
    summed.text_count,
    summed.story_count,
    coalesce(summed.text_count / nullif(total.text_count, 0), 0)::DOUBLE AS text_share,
    coalesce(summed.story_count / nullif(total.story_count, 0), 0)::DOUBLE AS story_share
FROM summed
LEFT JOIN entity USING (entity_id)
LEFT JOIN total
    ON total.period = summed.period AND total.period_start IS NOT DISTINCT FROM summed.period_start;

COMMENT ON TABLE share_of_voice IS 'How much of the news is about whom: one row per entity and period (week, month, all) with articles, texts and stories counted apart. Copies change article_count only.';
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
