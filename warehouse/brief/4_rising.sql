-- Who is rising?
WITH compared AS (
    -- In a week with more texts everybody is named more often: what is expected grows with them.
    SELECT
        trend.*,
        expected_text_count * greatest(1, total.text_count * past_week_count / nullif((
            SELECT sum(past.text_count) FROM period_total AS past
            WHERE past.period = 'week' AND past.period_start < total.period_start
              AND past.period_start >= total.period_start - 7 * past_week_count::INTEGER
        ), 0)) AS expected_texts
    FROM entity_trends AS trend
    JOIN period_total AS total ON total.period = 'week' AND total.period_start = trend.week_start
    WHERE week_start = (SELECT max(week_start) FROM entity_trends) AND deviation >= 2
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
