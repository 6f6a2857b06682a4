-- When did each story begin, peak and end?
-- One row per story. Days are NULL when none of its articles states one.
-- Grain: story_id
CREATE OR REPLACE TABLE story_lifecycle AS
WITH newest AS (SELECT max(published_date) AS newest_date FROM publication),
dated AS (
    SELECT
        story_id,
        min(published_date) AS first_date,
        max(published_date) AS last_date,
        arg_max(published_date, (article_count, -day_number)) AS peak_date,
        max(article_count) AS peak_article_count,
        count(*) FILTER (WHERE article_count > 0) AS active_day_count,
        max(article_count_so_far) AS dated_count
    FROM story_timeline
    WHERE published_date IS NOT NULL
    GROUP BY story_id
),
halved AS (
    SELECT timeline.story_id, min(timeline.published_date) AS half_date
    FROM story_timeline AS timeline
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
    FROM publication
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
    dated.last_date - dated.first_date + 1 AS day_count,
    newest.newest_date - dated.last_date AS silent_day_count
FROM whole
LEFT JOIN dated USING (story_id)
LEFT JOIN halved USING (story_id)
LEFT JOIN (
    SELECT membership.story_id, any_value(article.title) AS title
    FROM story_article AS membership
    JOIN article USING (article_id)
    WHERE membership.is_representative
    GROUP BY membership.story_id
) AS titled USING (story_id)
CROSS JOIN newest;

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
