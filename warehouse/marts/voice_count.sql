-- How many articles, texts and stories name each entity, by week, by month and in all?
-- One row per entity and period in which an article names it; period_start is NULL for articles
-- without a day (week, month) and for all time (all). Kept up to date: every story adds its own
-- part to these counts, so what touched stories gave is taken out and what they give now put in.
-- Grain: entity_key, period, period_start
CREATE TABLE IF NOT EXISTS voice_count (
    entity_key UBIGINT,
    period VARCHAR,
    period_start DATE,
    article_count BIGINT,
    text_count BIGINT,
    story_count BIGINT
);

CREATE OR REPLACE TEMP TABLE voice_change AS
WITH part AS (
    SELECT *, -1 AS sign FROM naming_before
    UNION ALL
    SELECT entity_key, story_key, is_canonical, published_date, 1
    FROM naming
    WHERE story_key IN (SELECT md5_number_lower(story_id) FROM touched_story)
),
told AS (
    -- by story first, so that a story is counted once for all its articles
    SELECT sign, entity_key, story_key,
        'week' AS period, date_trunc('week', published_date)::DATE AS period_start,
        count(*) AS article_count,
        count(*) FILTER (WHERE is_canonical) AS text_count
    FROM part GROUP BY ALL
    UNION ALL
    SELECT sign, entity_key, story_key, 'month', date_trunc('month', published_date)::DATE,
        count(*), count(*) FILTER (WHERE is_canonical)
    FROM part GROUP BY ALL
    UNION ALL
    SELECT sign, entity_key, story_key, 'all', NULL,
        count(*), count(*) FILTER (WHERE is_canonical)
    FROM part GROUP BY ALL
)
SELECT
    entity_key, period, period_start,
    sum(told.sign * told.article_count)::BIGINT AS article_count,
    sum(told.sign * told.text_count)::BIGINT AS text_count,
    coalesce(sum(told.sign) FILTER (WHERE told.text_count <> 0), 0)::BIGINT AS story_count
FROM told
GROUP BY entity_key, period, period_start
HAVING sum(told.sign * told.article_count) <> 0 OR sum(told.sign * told.text_count) <> 0
    OR sum(told.sign) FILTER (WHERE told.text_count <> 0) <> 0
ORDER BY period, entity_key, period_start;

MERGE INTO voice_count AS counted
USING voice_change AS change
ON counted.entity_key = change.entity_key AND counted.period = change.period
    AND counted.period_start IS NOT DISTINCT FROM change.period_start
WHEN MATCHED AND counted.article_count + change.article_count = 0 THEN DELETE
WHEN MATCHED THEN UPDATE SET
    article_count = counted.article_count + change.article_count,
    text_count = counted.text_count + change.text_count,
    story_count = counted.story_count + change.story_count
WHEN NOT MATCHED THEN INSERT BY NAME;

COMMENT ON TABLE voice_count IS 'Articles, texts and stories that name each entity: one row per entity and period. share_of_voice shows the same with names and shares.';
COMMENT ON COLUMN voice_count.entity_key IS 'Key of the entity; named_entity has its id and name.';
COMMENT ON COLUMN voice_count.period IS 'week, month or all.';
COMMENT ON COLUMN voice_count.period_start IS 'Monday of the week or first day of the month; NULL for articles without a day, and in rows of all.';
COMMENT ON COLUMN voice_count.article_count IS 'Articles of the period that name it, copies included.';
COMMENT ON COLUMN voice_count.text_count IS 'Texts that name it: each group of copies once, in the period of its canonical copy.';
COMMENT ON COLUMN voice_count.story_count IS 'Stories with such a text.';
