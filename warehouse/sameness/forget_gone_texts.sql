-- Pairs of gone texts go. Shingles that are no longer common or crowded make their texts searched again, and
-- so are the texts that a gone text had been the anchor of (find_sketch_pairs).
INSERT INTO near_wanted_text
SELECT pair.other FROM (
    SELECT text_a AS gone, text_b AS other FROM text_pair WHERE found_by_sketch
    UNION ALL SELECT text_b, text_a FROM text_pair WHERE found_by_sketch
) AS pair
JOIN near_gone_text ON near_gone_text.text_key = pair.gone;

INSERT INTO near_regroup
SELECT if(text_a IN (FROM near_gone_text), text_b, text_a) FROM text_pair
WHERE kind IS NOT NULL AND (text_a IN (FROM near_gone_text) OR text_b IN (FROM near_gone_text));

DELETE FROM text_pair
WHERE text_a IN (FROM near_gone_text) OR text_b IN (FROM near_gone_text);

CREATE OR REPLACE TEMP TABLE near_common_posting AS
SELECT hash, text_key, signature
FROM (FROM posting SEMI JOIN common_shingle USING (hash) WHERE place = 0)
JOIN posting_text USING (text_no);

CREATE OR REPLACE TEMP TABLE near_recount AS
SELECT hash, count(*) AS text_count, count(*) >= getvariable('crowded_text_count') AS is_crowded
FROM near_common_posting GROUP BY hash
HAVING count(DISTINCT signature) >= getvariable('common_signature_count')
    OR count(*) >= getvariable('crowded_text_count');

INSERT INTO near_wanted_text
SELECT text_key FROM near_common_posting
WHERE hash IN (SELECT hash FROM common_shingle
               EXCEPT SELECT hash FROM near_recount)
   OR hash IN (SELECT hash FROM common_shingle WHERE is_crowded
               EXCEPT SELECT hash FROM near_recount WHERE is_crowded);

DELETE FROM common_shingle;
INSERT INTO common_shingle FROM near_recount;

CREATE OR REPLACE TEMP TABLE near_wanted_text AS
SELECT DISTINCT text_key FROM near_wanted_text ANTI JOIN near_gone_text USING (text_key);
