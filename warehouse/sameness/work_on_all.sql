-- A corpus of bounded size is worked on as a whole.
DELETE FROM story_stem;
INSERT INTO story_stem
SELECT stem, count(*) FROM (SELECT unnest(stems) AS stem FROM story_term) GROUP BY stem;

CREATE OR REPLACE TEMP TABLE story_working AS SELECT article_id FROM story_term;
