-- near_verdict holds a row per compared pair; is_kept is false where the two no longer meet.
CREATE OR REPLACE TEMP TABLE near_regroup AS
SELECT DISTINCT text_key FROM (
    SELECT unnest([verdict.text_a, verdict.text_b]) AS text_key
    FROM near_verdict AS verdict LEFT JOIN text_pair AS pair
      ON pair.text_a = verdict.text_a AND pair.text_b = verdict.text_b
    WHERE verdict.kind IS NOT NULL OR pair.kind IS NOT NULL
    UNION ALL FROM near_new_text
    UNION ALL SELECT text_key FROM near_now
    UNION ALL SELECT text_key FROM near_old
    UNION ALL SELECT mate.text_key FROM duplicate_group AS mate
    SEMI JOIN near_old USING (duplicate_group_id)
) WHERE text_key IS NOT NULL;

DELETE FROM text_pair USING near_verdict AS verdict
WHERE text_pair.text_a = verdict.text_a AND text_pair.text_b = verdict.text_b;

INSERT INTO text_pair BY NAME
SELECT * EXCLUDE (is_kept) FROM near_verdict WHERE is_kept;
