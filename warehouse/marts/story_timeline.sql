-- How did the coverage of each story go, day by day?
-- One row per story and day from its first to its last stated one, days of silence included, and a
-- row without a day where articles of the story state none. Kept up to date: only rows of touched
-- stories are written.
-- Grain: story_id, published_date
CREATE TABLE IF NOT EXISTS story_timeline (
    story_id VARCHAR,
    published_date DATE,
    day_number BIGINT,
    article_count BIGINT,
    text_count BIGINT,
    outlet_count BIGINT,
    article_count_so_far BIGINT
);

DELETE FROM story_timeline WHERE story_id IN (FROM touched_story);
INSERT INTO story_timeline BY NAME
WITH daily AS (
    SELECT
        story_id,
        published_date,
        count(*) AS article_count,
        count(*) FILTER (WHERE is_canonical) AS text_count,
        count(DISTINCT outlet) AS outlet_count
    FROM publication SEMI JOIN touched_story USING (story_id)
    GROUP BY ALL
),
span AS (
    SELECT story_id, min(published_date) AS first_date, max(published_date) AS last_date
    FROM daily
    WHERE published_date IS NOT NULL
    GROUP BY story_id
),
silent AS (
    -- only stories with a gap: most last a day
    SELECT story_id, published_date, 0 AS article_count, 0 AS text_count, 0 AS outlet_count
    FROM (
        SELECT story_id, unnest(generate_series(first_date, last_date, INTERVAL 1 DAY))::DATE
            AS published_date
        FROM span WHERE last_date > first_date + 1
    )
    ANTI JOIN daily USING (story_id, published_date)
)
SELECT
    shown.story_id,
    shown.published_date,
    shown.published_date - span.first_date AS day_number,
    shown.article_count,
    shown.text_count,
    shown.outlet_count,
    CASE WHEN shown.published_date IS NOT NULL THEN sum(shown.article_count) OVER (
        PARTITION BY shown.story_id ORDER BY shown.published_date NULLS LAST
        ROWS UNBOUNDED PRECEDING
    ) END::BIGINT AS article_count_so_far
FROM (FROM daily UNION ALL BY NAME FROM silent) AS shown
LEFT JOIN span USING (story_id);

COMMENT ON TABLE story_timeline IS 'How the coverage of a story went: one row per story and day from its first to its last stated one, without holes, and a row without a day for undated articles.';
COMMENT ON COLUMN story_timeline.story_id IS 'The story.';
COMMENT ON COLUMN story_timeline.published_date IS 'The day; NULL in the row for articles that state none.';
COMMENT ON COLUMN story_timeline.day_number IS 'Days since the first stated one, from 0; NULL in the row without a day.';
COMMENT ON COLUMN story_timeline.article_count IS 'Articles of the day, copies included.';
COMMENT ON COLUMN story_timeline.text_count IS 'Texts whose canonical copy is of the day.';
COMMENT ON COLUMN story_timeline.outlet_count IS 'Known outlets that published that day.';
COMMENT ON COLUMN story_timeline.article_count_so_far IS 'Dated articles up to and including the day; NULL in the row without a day.';
