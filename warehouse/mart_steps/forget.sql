DELETE FROM mart;
DELETE FROM mart_document;
DELETE FROM mart_name;
DELETE FROM mart_story_name;
