-- How many texts and stories are there in each week, each month and in all?
-- One row per period with a text; period_start is NULL for texts without a day and for all time.
-- Grain: period, period_start
CREATE OR REPLACE TABLE period_total AS
SELECT 'week' AS period, week_start AS period_start, count(*) AS text_count,
    count(DISTINCT story_id) AS story_count
FROM publication WHERE is_canonical GROUP BY week_start
UNION ALL
SELECT 'month', month_start, count(*), count(DISTINCT story_id)
FROM publication WHERE is_canonical GROUP BY month_start
UNION ALL
SELECT 'all', NULL, count(*), count(DISTINCT story_id)
FROM publication WHERE is_canonical HAVING count(*) > 0;

COMMENT ON TABLE period_total IS 'Texts and stories of each week, each month and in all: what shares are shares of.';
COMMENT ON COLUMN period_total.period IS 'week, month or all.';
COMMENT ON COLUMN period_total.period_start IS 'Monday of the week or first day of the month; NULL for texts without a day, and in the row of all.';
COMMENT ON COLUMN period_total.text_count IS 'Texts: each group of copies once, in the period of its canonical copy.';
COMMENT ON COLUMN period_total.story_count IS 'Stories with such a text.';
