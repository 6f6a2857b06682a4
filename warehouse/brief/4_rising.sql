-- Who is rising?
WITH known AS (
    SELECT
        trend.*,
        total.text_count AS week_texts,
        (
            SELECT sum(past.text_count) FROM period_total AS past
            WHERE past.period = 'week' AND past.period_start < total.period_start
              AND past.period_start >= total.period_start - 7 * past_week_count::INTEGER
        ) AS past_texts
    FROM entity_trends AS trend
    JOIN period_total AS total ON total.period = 'week' AND total.period_start = trend.week_start
    WHERE week_start = (SELECT max(week_start) FROM entity_trends) AND deviation >= 2
),
compared AS (
    -- In a week with more texts everybody is named more often: what is expected grows with them.
    SELECT
        *, expected_text_count * greatest(1, week_texts * past_week_count / past_texts)
            AS expected_texts
    FROM known
    WHERE past_texts >= 10  -- beside a handful of older texts every name is new
)
SELECT
    name,
    label,
    week_start,
    text_count AS texts,
    round(expected_texts, 1) AS expected,
    round((text_count - expected_texts) / sqrt(expected_texts + 1), 1) AS deviation
FROM compared
WHERE text_count >= 2 AND text_count - expected_texts >= 2 * sqrt(expected_texts + 1)
ORDER BY (text_count - expected_texts) / sqrt(expected_texts + 1) DESC, text_count DESC, name, label
LIMIT 10;
