-- Which article, of which text, story and day, names which entity?
-- One row per article and entity it names: appearance and publication in one, with short keys, so
-- that all pairs and all shares can be counted quickly. Kept up to date: only rows of touched
-- articles are written. naming_before holds what touched stories had until now.
-- Grain: entity_key, article_key
CREATE TABLE IF NOT EXISTS naming (
    entity_key UBIGINT,
    article_key UBIGINT,
    story_key UBIGINT,
    is_canonical BOOLEAN,
    published_date DATE
);

CREATE OR REPLACE TEMP TABLE naming_before AS
SELECT entity_key, story_key, is_canonical, published_date
FROM naming
WHERE story_key IN (SELECT md5_number_lower(story_id) FROM touched_story);

DELETE FROM naming
WHERE article_key IN (SELECT md5_number_lower(article_id) FROM touched_article);
INSERT INTO naming BY NAME
SELECT
    md5_number_lower(appearance.entity_id) AS entity_key,
    place.article_key,
    place.story_key,
    place.is_canonical,
    place.published_date
FROM appearance
JOIN (
    SELECT article_id, md5_number_lower(article_id) AS article_key,
        md5_number_lower(story_id) AS story_key, is_canonical, published_date
    FROM publication SEMI JOIN touched_article USING (article_id)
) AS place USING (article_id);

COMMENT ON TABLE naming IS 'One row per article and entity it names, with keys in place of ids (first 64 bits of their MD5): what counting pairs and shares reads. To ask about one article or entity, appearance is plainer.';
COMMENT ON COLUMN naming.entity_key IS 'Key of the entity; named_entity has its id and name.';
COMMENT ON COLUMN naming.article_key IS 'Key of the article: md5_number_lower(article_id).';
COMMENT ON COLUMN naming.story_key IS 'Key of the story it tells: md5_number_lower(story_id).';
COMMENT ON COLUMN naming.is_canonical IS 'True when the article is the canonical copy of its text.';
COMMENT ON COLUMN naming.published_date IS 'Stated day of publication; NULL when the article states none.';
