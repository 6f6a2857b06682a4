-- In a larger corpus first the new articles alone, to find their heaviest stems.
CREATE OR REPLACE TEMP TABLE story_working AS SELECT article_id FROM story_slice;
