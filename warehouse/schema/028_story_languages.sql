-- Words tell an event by their rarity in their own language: among the articles of another one,
-- all of them are rare.

ALTER TABLE story_term ADD COLUMN language VARCHAR;
UPDATE story_term SET language = coalesce(article.language, 'en')
FROM article WHERE article.article_id = story_term.article_id;
UPDATE story_term SET language = CASE language
    WHEN 'no' THEN 'nb' WHEN 'nn' THEN 'nb' WHEN 'ms' THEN 'id'
    WHEN 'bs' THEN 'hr' WHEN 'sh' THEN 'hr' ELSE coalesce(language, 'en') END;
COMMENT ON COLUMN story_term.language IS 'Language among whose articles its words are counted; en where it is not known.';

ALTER TABLE story_stem ADD COLUMN language VARCHAR;
DELETE FROM story_stem;
INSERT INTO story_stem BY NAME
SELECT language, stem, count(*) AS article_count
FROM (SELECT language, unnest(stems) AS stem FROM story_term) GROUP BY language, stem;
COMMENT ON TABLE story_stem IS 'One row per language and word stem: in how many canonical articles it stands.';
COMMENT ON COLUMN story_stem.language IS 'The language, as in story_term.';
