-- Pairs that were compared before and hold a shingle that has just become common, and those that
-- were accepted by the rules of another version.
CREATE OR REPLACE TEMP TABLE near_crossed AS
SELECT hash, text_key, is_crowded, was_common FROM near_posting JOIN near_crossing USING (hash);

CREATE OR REPLACE TEMP TABLE near_recheck AS
SELECT pair.text_a, pair.text_b,
       pair.shared_sample_count - coalesce(lost.shared_count, 0) AS shared_sample_count,
       pair.rare_sample_count - coalesce(lost.rare_count, 0) AS rare_sample_count,
       pair.found_by_sketch
FROM text_pair AS pair
LEFT JOIN (
    SELECT pair.text_a, pair.text_b, count(*) FILTER (a.is_crowded) AS shared_count,
           count(*) FILTER (NOT a.was_common) AS rare_count
    FROM text_pair AS pair
    JOIN near_crossed AS a ON a.text_key = pair.text_a
    JOIN near_crossed AS b ON b.text_key = pair.text_b AND b.hash = a.hash
    GROUP BY ALL
) AS lost ON lost.text_a = pair.text_a AND lost.text_b = pair.text_b
WHERE pair.text_a IN (SELECT text_key FROM near_crossed)
   OR pair.text_b IN (SELECT text_key FROM near_crossed)
   OR (pair.text_a, pair.text_b) IN (SELECT (text_a, text_b) FROM near_stale_pair)
   OR (pair.kind IS NOT NULL AND pair.verdict_version IS DISTINCT FROM getvariable('verdict_version'));
