-- near_posting: every text that holds one of the sampled shingles of the searched texts.
-- Shingles already known as common stay common when texts are added, so they are left out first:
-- what is read of the others is bounded by the limits.
CREATE OR REPLACE TEMP TABLE near_touched_hash AS
SELECT DISTINCT hash FROM (
    SELECT unnest(sample) AS hash FROM fingerprint SEMI JOIN near_search_text USING (text_key)
) ANTI JOIN common_shingle USING (hash);

CREATE OR REPLACE TEMP TABLE near_posting AS
SELECT DISTINCT posting.hash, posting.text_key, posting.signature, posting.shingle_count,
       search.text_key IS NOT NULL AS is_searched
FROM (SELECT text_key, sketch[1] AS signature, shingle_count, unnest(sample) AS hash
      FROM fingerprint WHERE text_key IS NOT NULL) AS posting
SEMI JOIN near_touched_hash AS touched ON touched.hash = posting.hash
LEFT JOIN near_search_text AS search ON search.text_key = posting.text_key;

-- A shingle is common when it stands in texts that are otherwise different. Copies of one story
-- mostly share their MinHash, so that a story does not become common by being copied.
CREATE OR REPLACE TEMP TABLE near_crossing AS
SELECT hash, count(*) AS text_count FROM near_posting GROUP BY hash
HAVING count(DISTINCT signature) >= getvariable('common_signature_count')
    OR count(*) >= getvariable('common_text_count');

INSERT INTO common_shingle FROM near_crossing;
