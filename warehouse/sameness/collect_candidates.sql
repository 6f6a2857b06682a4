-- near_compare: every pair whose verdict has to be found (again), each once.
CREATE OR REPLACE TEMP TABLE near_compare AS
SELECT text_a, text_b, max(shared_sample_count) AS shared_sample_count,
       max(rare_sample_count) AS rare_sample_count,
       bool_or(found_by_sketch) AS found_by_sketch
FROM (
    FROM near_candidate
    UNION ALL SELECT text_a, text_b, 0, 0, true FROM near_sketch_pair
    UNION ALL FROM near_recheck
)
GROUP BY ALL;
