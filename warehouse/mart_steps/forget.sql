-- All marts are made anew by the next build.
DELETE FROM mart;
DELETE FROM mart_document;
DELETE FROM mart_name;
DELETE FROM mart_story_name;
