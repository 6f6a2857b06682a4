-- Of the stale pairs, those that still share a bucket whose anchor is one of the two are kept as
-- they are; the others keep only what their passages tell.
CREATE OR REPLACE TEMP TABLE near_stale_bucket AS
SELECT place, hash, text_key, min(text_key) OVER (PARTITION BY place, hash) AS anchor
FROM posting JOIN posting_text USING (text_no)
WHERE place > 0 AND hash IN (
    SELECT (unnest(sketch) & 4294967295)::UINTEGER FROM fingerprint
    WHERE text_key IN (SELECT text_a FROM near_stale_pair UNION ALL SELECT text_b FROM near_stale_pair));

DELETE FROM near_stale_pair AS pair
WHERE EXISTS (
    FROM near_stale_bucket AS bucket
    WHERE (bucket.text_key = pair.text_a AND bucket.anchor = pair.text_b)
       OR (bucket.text_key = pair.text_b AND bucket.anchor = pair.text_a)
);

UPDATE text_pair SET found_by_sketch = false
FROM near_stale_pair AS stale
WHERE text_pair.text_a = stale.text_a AND text_pair.text_b = stale.text_b;
