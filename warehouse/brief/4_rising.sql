-- Who is rising?
SELECT
    name,
    label,
    week_start,
    text_count AS texts,
    round(expected_text_count, 1) AS expected,
    round(deviation, 1) AS deviation
FROM entity_trends
WHERE week_start = (SELECT max(week_start) FROM entity_trends)
  AND deviation >= 2 AND text_count >= 2
ORDER BY entity_trends.deviation DESC, text_count DESC, name, label
LIMIT 10;
