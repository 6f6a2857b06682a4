-- The marts now hold what the tables hold.
DELETE FROM mart_document WHERE document_id IN (FROM stale_document);
INSERT INTO mart_document BY NAME
SELECT document_id, run_id FROM document SEMI JOIN stale_document USING (document_id);

CREATE OR REPLACE TEMP TABLE new_name AS
SELECT label, name, entity_id FROM entity_name EXCEPT FROM mart_name;
DELETE FROM mart_name
WHERE NOT EXISTS (
    FROM entity_name AS now
    WHERE now.label = mart_name.label AND now.name = mart_name.name
      AND now.entity_id IS NOT DISTINCT FROM mart_name.entity_id
);
INSERT INTO mart_name BY NAME FROM new_name;

CREATE OR REPLACE TEMP TABLE new_story_name AS FROM story_name EXCEPT FROM mart_story_name;
CREATE OR REPLACE TEMP TABLE gone_story_name AS FROM mart_story_name EXCEPT FROM story_name;
DELETE FROM mart_story_name
WHERE EXISTS (FROM gone_story_name WHERE gone_story_name IS NOT DISTINCT FROM mart_story_name);
INSERT INTO mart_story_name BY NAME FROM new_story_name;

DROP TABLE gone_story_name;
DROP TABLE new_story_name;
DROP TABLE new_name;
DROP TABLE stale_article;
DROP TABLE stale_document;
DROP TABLE IF EXISTS new_publication;
DROP TABLE IF EXISTS touched_article;
DROP TABLE IF EXISTS touched_story;
DROP TABLE IF EXISTS naming_before;
DROP TABLE IF EXISTS voice_change;
DROP TABLE IF EXISTS span_before;
DROP TABLE IF EXISTS stale_trend;
