-- A corpus of bounded size is worked on as a whole.
DELETE FROM story_stem;
INSERT INTO story_stem BY NAME
SELECT language, stem, count(*) AS article_count
FROM (SELECT language, unnest(stems) AS stem FROM story_term) GROUP BY language, stem;

CREATE OR REPLACE TEMP TABLE story_working AS SELECT article_id FROM story_term;
