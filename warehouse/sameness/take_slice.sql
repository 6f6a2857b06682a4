CREATE OR REPLACE TEMP TABLE near_search_text AS
SELECT text_key FROM near_wanted_rank
WHERE rank >= getvariable('slice_first') AND rank < getvariable('slice_behind');
