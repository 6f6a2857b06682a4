-- How much was published each day?
-- One row per day from the first to the last stated one, days without news included, and one row
-- without a day for the articles that state none.
-- Grain: published_date
CREATE OR REPLACE TABLE coverage_by_day AS
WITH day AS (
    SELECT unnest(generate_series(min(published_date), max(published_date), INTERVAL 1 DAY))::DATE
        AS published_date
    FROM publication
    UNION ALL
    SELECT NULL
),
counted AS (
    SELECT
        published_date,
        count(*) AS article_count,
        count(*) FILTER (WHERE is_canonical) AS text_count,
        count(DISTINCT story_id) FILTER (WHERE is_canonical) AS story_count,
        count(DISTINCT outlet) AS outlet_count
    FROM publication
    GROUP BY published_date
),
began AS (
    SELECT first_date AS published_date, count(*) AS new_story_count
    FROM (SELECT min(published_date) AS first_date FROM publication GROUP BY story_id)
    WHERE first_date IS NOT NULL
    GROUP BY first_date
)
SELECT
    day.published_date,
    coalesce(counted.article_count, 0) AS article_count,
    coalesce(counted.text_count, 0) AS text_count,
    coalesce(counted.story_count, 0) AS story_count,
    coalesce(counted.outlet_count, 0) AS outlet_count,
    CASE WHEN day.published_date IS NOT NULL THEN coalesce(began.new_story_count, 0) END
        AS new_story_count,
    CASE WHEN day.published_date IS NOT NULL THEN avg(coalesce(counted.text_count, 0)) OVER (
        PARTITION BY day.published_date IS NULL
        ORDER BY day.published_date ROWS 6 PRECEDING
    ) END AS week_mean_text_count
FROM day
LEFT JOIN counted ON counted.published_date IS NOT DISTINCT FROM day.published_date
LEFT JOIN began ON began.published_date = day.published_date
ORDER BY day.published_date NULLS LAST;

COMMENT ON TABLE coverage_by_day IS 'How much was published each day: one row per day from the first to the last stated one, without holes, and one row without a day for undated articles.';
COMMENT ON COLUMN coverage_by_day.published_date IS 'The day; NULL in the one row for articles that state none.';
COMMENT ON COLUMN coverage_by_day.article_count IS 'Articles, copies included.';
COMMENT ON COLUMN coverage_by_day.text_count IS 'Texts: each group of copies once, on the day of its canonical copy.';
COMMENT ON COLUMN coverage_by_day.story_count IS 'Stories that a text of this day tells.';
COMMENT ON COLUMN coverage_by_day.outlet_count IS 'Known outlets that published.';
COMMENT ON COLUMN coverage_by_day.new_story_count IS 'Stories whose earliest stated day this is; NULL in the row without a day.';
COMMENT ON COLUMN coverage_by_day.week_mean_text_count IS 'Mean text_count of this day and the six before it, as far as there are any.';
