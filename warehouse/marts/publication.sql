-- Where and when did each article appear, whose text is it, and which story does it tell?
-- One row per article, dated or not. The other marts count these rows. Kept up to date: only rows
-- that differ from the tables are written. What differs is left for the marts that follow:
-- touched_article (rows here or in appearance that come, change or go) and touched_story (stories
-- that such an article told or tells); span_before has the first and last week there were until now.
-- Grain: article_id
CREATE TABLE IF NOT EXISTS publication (
    article_id VARCHAR,
    outlet VARCHAR,
    published_at TIMESTAMP,
    published_date DATE,
    week_start DATE,
    month_start DATE,
    duplicate_group_id VARCHAR,
    canonical_article_id VARCHAR,
    is_canonical BOOLEAN,
    story_id VARCHAR,
    is_representative BOOLEAN,
    word_count BIGINT,
    run_id VARCHAR,
    first_run_id VARCHAR
);

CREATE OR REPLACE TEMP TABLE new_publication AS
SELECT now.*
FROM (
    SELECT
        article.article_id,
        coalesce(known.outlet, article.outlet) AS outlet,
        article.published_at,
        article.published_date,
        date_trunc('week', article.published_date)::DATE AS week_start,
        date_trunc('month', article.published_date)::DATE AS month_start,
        coalesce(copies.duplicate_group_id, article.article_id) AS duplicate_group_id,
        coalesce(copies.canonical_article_id, article.article_id) AS canonical_article_id,
        coalesce(copies.is_canonical, true) AS is_canonical,
        coalesce(story.story_id, article.article_id) AS story_id,
        coalesce(story.is_representative, true) AS is_representative,
        article.word_count,
        article.run_id,
        coalesce(held.first_run_id, least(appeared.run_id, article.run_id)) AS first_run_id
    FROM article
    LEFT JOIN publication AS held ON held.article_id = article.article_id
    LEFT JOIN (
        SELECT article_id, max_by(run_id, event_no) AS run_id
        FROM article_event
        WHERE event = 'new' AND article_id NOT IN (SELECT article_id FROM publication)
        GROUP BY article_id
    ) AS appeared ON appeared.article_id = article.article_id
    LEFT JOIN duplicate_group AS copies ON copies.article_id = article.article_id
    LEFT JOIN story_article AS story ON story.article_id = article.article_id
    LEFT JOIN outlet_name AS known ON known.name = article.outlet
) AS now
LEFT JOIN publication AS before ON before.article_id = now.article_id
WHERE before.article_id IS NULL
   OR before.run_id IS DISTINCT FROM now.run_id
   OR before.story_id <> now.story_id
   OR before.is_representative <> now.is_representative
   OR before.duplicate_group_id <> now.duplicate_group_id
   OR before.canonical_article_id <> now.canonical_article_id
   OR before.is_canonical <> now.is_canonical
   OR before.outlet IS DISTINCT FROM now.outlet
   OR before.published_at IS DISTINCT FROM now.published_at
   OR before.published_date IS DISTINCT FROM now.published_date
   OR before.word_count IS DISTINCT FROM now.word_count;

CREATE OR REPLACE TEMP TABLE touched_article AS
SELECT article_id FROM new_publication
UNION
SELECT article_id FROM publication ANTI JOIN article USING (article_id)
UNION
SELECT article_id FROM stale_article;

CREATE OR REPLACE TEMP TABLE touched_story AS
SELECT story_id FROM new_publication
UNION
SELECT story_id FROM publication SEMI JOIN touched_article USING (article_id);

CREATE OR REPLACE TEMP TABLE span_before AS
SELECT min(week_start) AS first_week, max(week_start) AS last_week FROM publication;

DELETE FROM publication
WHERE article_id IN (SELECT article_id FROM new_publication)
   OR article_id NOT IN (SELECT article_id FROM article);
INSERT INTO publication BY NAME FROM new_publication;

COMMENT ON TABLE publication IS 'One row per article: where and when it appeared, whose text it is, which story it tells. The other marts count these rows.';
COMMENT ON COLUMN publication.article_id IS 'The article.';
COMMENT ON COLUMN publication.outlet IS 'Its outlet, called alike wherever articles have several names for it (outlet_name); NULL when not known.';
COMMENT ON COLUMN publication.published_at IS 'Time of publication (UTC); NULL unless the article states it.';
COMMENT ON COLUMN publication.published_date IS 'Stated day of publication; NULL when the article states none.';
COMMENT ON COLUMN publication.week_start IS 'Monday of that week; NULL when undated.';
COMMENT ON COLUMN publication.month_start IS 'First day of that month; NULL when undated.';
COMMENT ON COLUMN publication.duplicate_group_id IS 'Group of copies it belongs to.';
COMMENT ON COLUMN publication.canonical_article_id IS 'The canonical copy of its text.';
COMMENT ON COLUMN publication.is_canonical IS 'True for the canonical copy itself; counting these counts each text once.';
COMMENT ON COLUMN publication.story_id IS 'The story it tells.';
COMMENT ON COLUMN publication.is_representative IS 'True for the article that stands for its story.';
COMMENT ON COLUMN publication.word_count IS 'Words in the body.';
COMMENT ON COLUMN publication.run_id IS 'Run that loaded it as it is: one that has changed, has moved or was cleaned again was loaded again.';
COMMENT ON COLUMN publication.first_run_id IS 'Run with which it appeared, however often it was loaded again (article_event).';
