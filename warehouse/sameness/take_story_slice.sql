CREATE OR REPLACE TEMP TABLE story_slice AS
SELECT article_id FROM story_read
WHERE rank >= getvariable('slice_first') AND rank < getvariable('slice_behind');
