-- Where and when did each article appear, whose text is it, and which story does it tell?
-- One row per article, dated or not. The other marts count these rows.
-- Grain: article_id
CREATE OR REPLACE TABLE publication AS
SELECT
    article.article_id,
    article.outlet,
    article.published_at,
    article.published_date,
    date_trunc('week', article.published_date)::DATE AS week_start,
    date_trunc('month', article.published_date)::DATE AS month_start,
    coalesce(copies.duplicate_group_id, article.article_id) AS duplicate_group_id,
    coalesce(copies.canonical_article_id, article.article_id) AS canonical_article_id,
    coalesce(copies.is_canonical, true) AS is_canonical,
    coalesce(story.story_id, article.article_id) AS story_id,
    article.word_count,
    article.run_id
FROM article
LEFT JOIN duplicate_group AS copies ON copies.article_id = article.article_id
LEFT JOIN story_article AS story ON story.article_id = article.article_id;

COMMENT ON TABLE publication IS 'One row per article: where and when it appeared, whose text it is, which story it tells. The other marts count these rows.';
COMMENT ON COLUMN publication.article_id IS 'The article.';
COMMENT ON COLUMN publication.outlet IS 'Its outlet; NULL when not known.';
COMMENT ON COLUMN publication.published_at IS 'Time of publication (UTC); NULL unless the article states it.';
COMMENT ON COLUMN publication.published_date IS 'Stated day of publication; NULL when the article states none.';
COMMENT ON COLUMN publication.week_start IS 'Monday of that week; NULL when undated.';
COMMENT ON COLUMN publication.month_start IS 'First day of that month; NULL when undated.';
COMMENT ON COLUMN publication.duplicate_group_id IS 'Group of copies it belongs to.';
COMMENT ON COLUMN publication.canonical_article_id IS 'The canonical copy of its text.';
COMMENT ON COLUMN publication.is_canonical IS 'True for the canonical copy itself; counting these counts each text once.';
COMMENT ON COLUMN publication.story_id IS 'The story it tells.';
COMMENT ON COLUMN publication.word_count IS 'Words in the body.';
COMMENT ON COLUMN publication.run_id IS 'Run that loaded it.';
