-- Which entities does each article name, and how prominently?
-- One row per article and entity. Kept up to date: only rows of stale articles are counted anew.
-- Grain: article_id, entity_id
CREATE TABLE IF NOT EXISTS appearance (
    article_id VARCHAR,
    entity_id VARCHAR,
    mention_count BIGINT,
    is_in_title BOOLEAN
);

DELETE FROM appearance WHERE article_id IN (FROM stale_article);
INSERT INTO appearance BY NAME
SELECT article_id, entity_id, count(*) AS mention_count, bool_or(field = 'title') AS is_in_title
FROM mention SEMI JOIN stale_article USING (article_id)
WHERE entity_id IS NOT NULL
GROUP BY article_id, entity_id;

COMMENT ON TABLE appearance IS 'One row per article and entity it names; what article_entity shows, ready for counting.';
COMMENT ON COLUMN appearance.article_id IS 'The article.';
COMMENT ON COLUMN appearance.entity_id IS 'The entity.';
COMMENT ON COLUMN appearance.mention_count IS 'Mentions in title, subtitle and body.';
COMMENT ON COLUMN appearance.is_in_title IS 'Whether the title names it.';
