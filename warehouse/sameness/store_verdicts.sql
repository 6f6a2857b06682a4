-- near_verdict holds a row per compared pair; is_kept is false where the two no longer meet.
INSERT INTO near_regroup
SELECT unnest([verdict.text_a, verdict.text_b])
FROM near_verdict AS verdict LEFT JOIN text_pair AS pair
  ON pair.text_a = verdict.text_a AND pair.text_b = verdict.text_b
WHERE verdict.kind IS NOT NULL OR pair.kind IS NOT NULL;

DELETE FROM text_pair USING near_verdict AS verdict
WHERE text_pair.text_a = verdict.text_a AND text_pair.text_b = verdict.text_b;

INSERT INTO text_pair BY NAME
SELECT * EXCLUDE (is_kept) FROM near_verdict WHERE is_kept;
