-- Texts with the same MinHash are compared with the anchor of their bucket, the smallest text_key
-- in it, and not with one another: a story of ten thousand light copies costs ten thousand
-- comparisons. These pairs count as candidates whatever they share.
CREATE OR REPLACE TEMP TABLE near_sketch AS
SELECT text_key, generate_subscripts(sketch, 1) AS place, unnest(sketch) AS hash
FROM fingerprint ANTI JOIN near_copy USING (article_id) WHERE text_key IS NOT NULL;

CREATE OR REPLACE TEMP TABLE near_bucket AS
SELECT place, hash, text_key, min(text_key) OVER (PARTITION BY place, hash) AS anchor
FROM near_sketch
SEMI JOIN (SELECT place, hash FROM near_sketch SEMI JOIN near_search_text USING (text_key)) AS touched
USING (place, hash);

CREATE OR REPLACE TEMP TABLE near_sketch_pair AS
SELECT DISTINCT anchor AS text_a, text_key AS text_b FROM near_bucket
WHERE anchor <> text_key
  AND (text_key IN (FROM near_search_text) OR anchor IN (FROM near_search_text));

-- Pairs found by an anchor that is none any more in a bucket they share (keep_anchored_pairs).
CREATE OR REPLACE TEMP TABLE near_stale_pair AS
SELECT DISTINCT pair.text_a, pair.text_b FROM text_pair AS pair
JOIN near_bucket AS mine ON mine.text_key = pair.text_a
JOIN near_bucket AS other ON other.text_key = pair.text_b
 AND other.place = mine.place AND other.hash = mine.hash
WHERE pair.found_by_sketch AND mine.anchor NOT IN (pair.text_a, pair.text_b);
