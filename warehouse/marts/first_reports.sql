-- Who reported each story first?
-- One row per story. An article comes before another when both state a time and its time is
-- earlier, or when one of them states only a day and its day is earlier. First is the article that
-- nothing could have come before; an article without a day could have come before everything.
-- Kept up to date: only rows of touched stories are written.
-- Grain: story_id
CREATE TABLE IF NOT EXISTS first_reports (
    story_id VARCHAR,
    known_order VARCHAR,
    article_id VARCHAR,
    outlet VARCHAR,
    candidate_count BIGINT,
    article_count BIGINT,
    undated_count BIGINT,
    first_date DATE,
    first_time TIMESTAMP
);

DELETE FROM first_reports WHERE story_id IN (FROM touched_story);
INSERT INTO first_reports BY NAME
WITH compared AS (
    SELECT
        story_id, article_id, outlet, published_at, published_date,
        min(published_at) OVER story AS first_time,
        min(published_date) OVER story AS first_date,
        min(published_date) FILTER (WHERE published_at IS NULL) OVER story AS first_vague_date
    FROM publication SEMI JOIN touched_story USING (story_id)
    WINDOW story AS (PARTITION BY story_id)
),
candidate AS (
    SELECT *,
        CASE
            WHEN published_date IS NULL AND published_at IS NULL THEN true
            WHEN published_at IS NULL THEN published_date = first_date
            ELSE published_at = first_time AND coalesce(first_vague_date >= published_date, true)
        END AS is_candidate
    FROM compared
),
counted AS (
    SELECT
        story_id,
        count(*) AS article_count,
        count(*) FILTER (WHERE published_date IS NULL) AS undated_count,
        count(*) FILTER (WHERE is_candidate) AS candidate_count,
        any_value(article_id) FILTER (WHERE is_candidate) AS candidate_id,
        any_value(outlet) FILTER (WHERE is_candidate) AS candidate_outlet,
        count(DISTINCT coalesce(outlet, article_id)) FILTER (WHERE is_candidate) AS voice_count,
        min(published_date) AS first_date,
        min(published_at) AS first_time
    FROM candidate
    GROUP BY story_id
)
SELECT
    story_id,
    CASE WHEN article_count = 1 THEN 'only report' WHEN candidate_count = 1 THEN 'first'
         ELSE 'unknown order' END AS known_order,
    CASE WHEN candidate_count = 1 THEN candidate_id END AS article_id,
    CASE WHEN voice_count = 1 THEN candidate_outlet END AS outlet,
    candidate_count,
    article_count,
    undated_count,
    first_date,
    first_time
FROM counted;

COMMENT ON TABLE first_reports IS 'Who reported each story first: one row per story, "unknown order" where dates are missing or vague.';
COMMENT ON COLUMN first_reports.story_id IS 'The story.';
COMMENT ON COLUMN first_reports.known_order IS 'only report: nobody else tells it. first: one article came before all others. unknown order: several could have been first.';
COMMENT ON COLUMN first_reports.article_id IS 'The first article; NULL when the order is unknown.';
COMMENT ON COLUMN first_reports.outlet IS 'Its outlet, also where several articles could be first and all are of one outlet; NULL when not known.';
COMMENT ON COLUMN first_reports.candidate_count IS 'Articles that could have been first.';
COMMENT ON COLUMN first_reports.article_count IS 'Articles of the story, copies included.';
COMMENT ON COLUMN first_reports.undated_count IS 'Articles that state no day; each of them could have been first.';
COMMENT ON COLUMN first_reports.first_date IS 'Earliest stated day; NULL when none is stated.';
COMMENT ON COLUMN first_reports.first_time IS 'Earliest stated time (UTC); NULL when none is stated.';
