-- near_posting: every text that holds one of the sampled shingles of the searched texts.
-- Crowded shingles stay crowded when texts are added, so they are left out first: what is read of
-- the others is bounded by the limit.
CREATE OR REPLACE TEMP TABLE near_touched_hash AS
SELECT DISTINCT hash FROM (
    SELECT unnest(sample) AS hash FROM fingerprint SEMI JOIN near_search_text USING (text_key)
) WHERE hash NOT IN (SELECT hash FROM common_shingle WHERE is_crowded);

CREATE OR REPLACE TEMP TABLE near_posting AS
SELECT posting.hash, posting.text_key, posting.signature, posting.shingle_count,
       wanted.rank, search.text_key IS NOT NULL AS is_searched
FROM (SELECT text_key, xor(sketch[1], sketch[2]) AS signature, shingle_count,
             unnest(sample) AS hash
      FROM fingerprint ANTI JOIN near_copy USING (article_id) WHERE text_key IS NOT NULL) AS posting
SEMI JOIN near_touched_hash AS touched ON touched.hash = posting.hash
LEFT JOIN near_wanted_rank AS wanted ON wanted.text_key = posting.text_key
LEFT JOIN near_search_text AS search ON search.text_key = posting.text_key;

-- A shingle is common when it stands in texts that are otherwise different. Copies of one story
-- mostly share both MinHashes, so that a story does not become common by being copied a few times.
CREATE OR REPLACE TEMP TABLE near_crossing AS
SELECT hash, text_count, text_count >= getvariable('crowded_text_count') AS is_crowded,
       hash IN (SELECT hash FROM common_shingle) AS was_common
FROM (
    SELECT hash, count(*) AS text_count, count(DISTINCT signature) AS signature_count
    FROM near_posting
    SEMI JOIN (SELECT hash FROM near_posting GROUP BY hash
               HAVING count(*) >= getvariable('common_signature_count')) AS frequent USING (hash)
    GROUP BY hash
)
WHERE (signature_count >= getvariable('common_signature_count')
       AND hash NOT IN (SELECT hash FROM common_shingle))
   OR text_count >= getvariable('crowded_text_count');

DELETE FROM common_shingle WHERE hash IN (SELECT hash FROM near_crossing);
INSERT INTO common_shingle BY NAME SELECT * EXCLUDE (was_common) FROM near_crossing;
