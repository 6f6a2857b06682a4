-- When did each story begin, peak and end?
-- One row per story. Days are NULL when none of its articles states one. Kept up to date: only rows
-- of touched stories are written, and silent_day_count when the newest day has moved.
-- Grain: story_id
CREATE TABLE IF NOT EXISTS story_lifecycle (
    story_id VARCHAR,
    title VARCHAR,
    article_count BIGINT,
    text_count BIGINT,
    outlet_count BIGINT,
    undated_count BIGINT,
    first_date DATE,
    peak_date DATE,
    half_date DATE,
    last_date DATE,
    peak_article_count BIGINT,
    active_day_count BIGINT,
    day_count BIGINT,
    silent_day_count BIGINT
);

DELETE FROM story_lifecycle WHERE story_id IN (FROM touched_story);
INSERT INTO story_lifecycle BY NAME
WITH touched_timeline AS (
    FROM story_timeline SEMI JOIN touched_story USING (story_id)
),
dated AS (
    SELECT
        story_id,
        min(published_date) AS first_date,
        max(published_date) AS last_date,
        arg_max(published_date, (article_count, -day_number)) AS peak_date,
        max(article_count) AS peak_article_count,
        count(*) FILTER (WHERE article_count > 0) AS active_day_count,
        max(article_count_so_far) AS dated_count
    FROM touched_timeline
    WHERE published_date IS NOT NULL
    GROUP BY story_id
),
halved AS (
    SELECT timeline.story_id, min(timeline.published_date) AS half_date
    FROM touched_timeline AS timeline
    JOIN dated USING (story_id)
    WHERE 2 * timeline.article_count_so_far >= dated.dated_count
    GROUP BY timeline.story_id
),
whole AS (
    SELECT
        story_id,
        count(*) AS article_count,
        count(*) FILTER (WHERE is_canonical) AS text_count,
        count(DISTINCT outlet) AS outlet_count,
        count(*) FILTER (WHERE published_date IS NULL) AS undated_count
    FROM publication SEMI JOIN touched_story USING (story_id)
    GROUP BY story_id
)
SELECT
    whole.story_id,
    titled.title,
    whole.article_count,
    whole.text_count,
    whole.outlet_count,
    whole.undated_count,
    dated.first_date,
    dated.peak_date,
    halved.half_date,
    dated.last_date,
    dated.peak_article_count,
    dated.active_day_count,
    dated.last_date - dated.first_date + 1 AS day_count
FROM whole
LEFT JOIN dated USING (story_id)
LEFT JOIN halved USING (story_id)
LEFT JOIN (
    SELECT publication.story_id, any_value(article.title) AS title
    FROM publication
    SEMI JOIN touched_story USING (story_id)
    JOIN article USING (article_id)
    WHERE publication.is_representative
    GROUP BY publication.story_id
) AS titled USING (story_id);

UPDATE story_lifecycle
SET silent_day_count = newest.newest_date - last_date
FROM (SELECT max(published_date) AS newest_date FROM publication) AS newest
WHERE silent_day_count IS DISTINCT FROM newest.newest_date - last_date;

COMMENT ON TABLE story_lifecycle IS 'When each story began, peaked and ended: one row per story.';
COMMENT ON COLUMN story_lifecycle.story_id IS 'The story.';
COMMENT ON COLUMN story_lifecycle.title IS 'Title of its representative article.';
COMMENT ON COLUMN story_lifecycle.article_count IS 'Articles, copies and undated ones included.';
COMMENT ON COLUMN story_lifecycle.text_count IS 'Texts: each group of copies once.';
COMMENT ON COLUMN story_lifecycle.outlet_count IS 'Known outlets.';
COMMENT ON COLUMN story_lifecycle.undated_count IS 'Articles that state no day; the days below know nothing of them.';
COMMENT ON COLUMN story_lifecycle.first_date IS 'Earliest stated day; NULL when none is stated.';
COMMENT ON COLUMN story_lifecycle.peak_date IS 'Day with most articles, the earliest of equals.';
COMMENT ON COLUMN story_lifecycle.half_date IS 'Day by which half of the dated articles had appeared.';
COMMENT ON COLUMN story_lifecycle.last_date IS 'Latest stated day.';
COMMENT ON COLUMN story_lifecycle.peak_article_count IS 'Articles on peak_date.';
COMMENT ON COLUMN story_lifecycle.active_day_count IS 'Days with an article.';
COMMENT ON COLUMN story_lifecycle.day_count IS 'Days from first_date to last_date, both counted.';
COMMENT ON COLUMN story_lifecycle.silent_day_count IS 'Days from last_date to the newest day of the whole warehouse, not to today.';
