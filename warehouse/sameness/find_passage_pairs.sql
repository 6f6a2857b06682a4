-- near_candidate: pairs of a searched text with any other that share enough sampled shingles.
-- Crowded shingles are taken out before the join: with them it would grow with the square.
CREATE OR REPLACE TEMP TABLE near_open_posting AS
SELECT posting.*, common.hash IS NOT NULL AS is_common
FROM near_posting AS posting
SEMI JOIN (SELECT hash FROM near_posting GROUP BY hash HAVING count(*) > 1) AS shared USING (hash)
LEFT JOIN common_shingle AS common ON common.hash = posting.hash
WHERE NOT coalesce(common.is_crowded, false);

CREATE OR REPLACE TEMP TABLE near_candidate AS
SELECT text_a, text_b, shared_sample_count, rare_sample_count, false AS found_by_sketch
FROM (
    SELECT least(mine.text_key, other.text_key) AS text_a,
           greatest(mine.text_key, other.text_key) AS text_b,
           count(*) AS shared_sample_count,
           count(*) FILTER (NOT mine.is_common) AS rare_sample_count,
           any_value(least(mine.shingle_count, other.shingle_count)) AS shorter,
           any_value(greatest(mine.shingle_count, other.shingle_count)) AS longer
    FROM near_open_posting AS mine
    JOIN near_open_posting AS other ON other.hash = mine.hash AND other.text_key <> mine.text_key
    WHERE mine.is_searched AND coalesce(other.rank > mine.rank, true)
    GROUP BY ALL
)
-- Texts of up to sample_all_up_to shingles store all of them, longer ones one in sample_one_in.
WHERE greatest(rare_sample_count / getvariable('candidate_share'),
               shared_sample_count / getvariable('common_candidate_share'))
      * if(longer <= getvariable('sample_all_up_to'), 1, getvariable('sample_one_in')) >= shorter
  AND (shared_sample_count > 1 OR shorter <= getvariable('single_shingle_count'));
