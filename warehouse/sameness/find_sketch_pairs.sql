-- Texts with the same MinHash are compared with the anchor of their bucket, the smallest text_key
-- in it, and not with one another: a story of ten thousand light copies costs ten thousand
-- comparisons. These pairs count as candidates whatever they share.
CREATE OR REPLACE TEMP TABLE near_bucket AS
SELECT place, hash, text_key, min(text_key) OVER (PARTITION BY place, hash) AS anchor
FROM near_found JOIN near_text USING (text_no) WHERE place > 0;

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
