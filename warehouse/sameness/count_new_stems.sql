-- The articles of its language each stem stands in, after what came and what went.
INSERT INTO story_stem_change
SELECT language, unnest(stems), 1 FROM story_term SEMI JOIN story_read USING (article_id);

CREATE OR REPLACE TEMP TABLE story_stem_delta AS
SELECT language, stem, sum(change)::BIGINT AS change
FROM story_stem_change GROUP BY language, stem;

INSERT INTO story_stem BY NAME
SELECT language, stem, 0 AS article_count
FROM story_stem_delta ANTI JOIN story_stem USING (language, stem);
UPDATE story_stem SET article_count = article_count + delta.change
FROM story_stem_delta AS delta
WHERE delta.stem = story_stem.stem AND delta.language = story_stem.language;
DELETE FROM story_stem WHERE article_count <= 0;
