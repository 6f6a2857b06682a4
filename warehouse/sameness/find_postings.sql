-- near_found: every text that holds a sampled shingle or MinHash of the searched texts.
-- Crowded shingles stay crowded when texts are added, so they are left out first: what is read of
-- the others is bounded by the limit.
CREATE OR REPLACE TEMP TABLE near_searched AS
WITH found AS MATERIALIZED (
    SELECT article_id, text_key, sample, sketch
    FROM fingerprint
    SEMI JOIN (FROM near_search_text ANTI JOIN near_new_print USING (text_key)) USING (text_key)
)
SELECT sample, sketch FROM near_new_print SEMI JOIN near_search_text USING (text_key)
UNION ALL
SELECT sample, sketch FROM found
SEMI JOIN (SELECT min(article_id) AS article_id FROM found GROUP BY text_key) USING (article_id);

CREATE OR REPLACE TEMP TABLE near_touched_hash AS
SELECT DISTINCT hash FROM (
    SELECT (unnest(sample) >> 32)::UINTEGER AS hash FROM near_searched
    UNION ALL SELECT (unnest(sketch) & 4294967295)::UINTEGER FROM near_searched
)
ANTI JOIN (SELECT hash FROM common_shingle WHERE is_crowded) USING (hash);

CREATE OR REPLACE TEMP TABLE near_found AS
SELECT hash, text_no, place FROM posting SEMI JOIN near_touched_hash USING (hash);

CREATE OR REPLACE TEMP TABLE near_text AS
SELECT known.*, wanted.rank, search.text_key IS NOT NULL AS is_searched
FROM posting_text AS known
LEFT JOIN near_wanted_rank AS wanted ON wanted.text_key = known.text_key
LEFT JOIN near_search_text AS search ON search.text_key = known.text_key
WHERE known.text_no IN (SELECT text_no FROM near_found);

CREATE OR REPLACE TEMP TABLE near_posting AS
SELECT found.hash, text.* EXCLUDE (text_no)
FROM near_found AS found JOIN near_text AS text USING (text_no)
WHERE found.place = 0;

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
