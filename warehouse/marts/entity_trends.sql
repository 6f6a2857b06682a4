-- Who is named more, or less, than in the weeks before?
-- One row per entity and week in which texts name it or stopped naming it (then with 0), and a row
-- without a week for texts that state no day. Expected is the mean of the eight weeks before, weeks
-- of silence included, as far as the news goes back. Kept up to date: only entities whose weeks were
-- touched are compared anew, and all of them when the news begins or ends with another week.
-- Grain: entity_id, week_start
CREATE TABLE IF NOT EXISTS entity_trends (
    entity_id VARCHAR,
    label VARCHAR,
    name VARCHAR,
    week_start DATE,
    text_count BIGINT,
    past_week_count BIGINT,
    expected_text_count DOUBLE,
    deviation DOUBLE
);

CREATE OR REPLACE TEMP TABLE stale_trend AS
SELECT entity_key FROM voice_change WHERE period = 'week'
UNION
SELECT named.entity_key
FROM named_entity AS named
JOIN entity_trends AS standing USING (entity_id)
WHERE standing.name IS DISTINCT FROM named.name OR standing.label IS DISTINCT FROM named.label
UNION
SELECT entity_key FROM named_entity
WHERE (SELECT (min(week_start), max(week_start)) IS DISTINCT FROM (
    SELECT (first_week, last_week) FROM span_before
) FROM publication);

DELETE FROM entity_trends
WHERE entity_id NOT IN (SELECT entity_id FROM named_entity ANTI JOIN stale_trend USING (entity_key));

INSERT INTO entity_trends BY NAME
WITH span AS (
    SELECT min(week_start) AS first_week, max(week_start) AS last_week FROM publication
),
weekly AS (
    SELECT
        entity_key, period_start AS week_start, text_count,
        lead(period_start) OVER (PARTITION BY entity_key ORDER BY period_start) AS next_week
    FROM voice_count SEMI JOIN stale_trend USING (entity_key)
    WHERE period = 'week' AND text_count > 0 AND period_start IS NOT NULL
),
shown AS (
    SELECT entity_key, week_start, text_count FROM weekly
    UNION ALL
    SELECT entity_key, week_start + 7, 0 FROM weekly, span
    WHERE next_week IS DISTINCT FROM week_start + 7 AND week_start < span.last_week
),
compared AS (
    SELECT
        shown.entity_key,
        shown.week_start,
        shown.text_count,
        least(8, (shown.week_start - span.first_week) // 7) AS past_week_count,
        coalesce(sum(shown.text_count) OVER (
            PARTITION BY shown.entity_key ORDER BY shown.week_start
            RANGE BETWEEN INTERVAL 56 DAY PRECEDING AND INTERVAL 7 DAY PRECEDING
        ), 0) / nullif(past_week_count, 0) AS expected_text_count
    FROM shown, span
)
SELECT
    entity.entity_id, entity.label, entity.name, compared.week_start, compared.text_count,
    compared.past_week_count, compared.expected_text_count::DOUBLE AS expected_text_count,
    (compared.text_count - compared.expected_text_count) / sqrt(compared.expected_text_count + 1)
        AS deviation
FROM compared
JOIN named_entity AS entity USING (entity_key)
UNION ALL
SELECT entity.entity_id, entity.label, entity.name, NULL, voice.text_count, NULL, NULL, NULL
FROM voice_count AS voice
SEMI JOIN stale_trend USING (entity_key)
JOIN named_entity AS entity USING (entity_key)
WHERE period = 'week' AND period_start IS NULL AND voice.text_count > 0;

COMMENT ON TABLE entity_trends IS 'Who is named more or less than before: one row per entity and week in which texts name it or stopped naming it, compared with its own eight weeks before.';
COMMENT ON COLUMN entity_trends.entity_id IS 'The entity.';
COMMENT ON COLUMN entity_trends.label IS 'Its label.';
COMMENT ON COLUMN entity_trends.name IS 'Its name.';
COMMENT ON COLUMN entity_trends.week_start IS 'Monday of the week; NULL for texts that state no day.';
COMMENT ON COLUMN entity_trends.text_count IS 'Texts of the week that name it, copies counted once.';
COMMENT ON COLUMN entity_trends.past_week_count IS 'Weeks it is compared with: eight, or fewer at the beginning of the news.';
COMMENT ON COLUMN entity_trends.expected_text_count IS 'Mean text_count of those weeks; NULL in the first week of the news.';
COMMENT ON COLUMN entity_trends.deviation IS 'text_count minus expected, divided by the square root of expected + 1 (the spread of a rare count): about 0 as before, 3 and more is news.';
