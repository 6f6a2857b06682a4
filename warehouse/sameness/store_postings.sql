-- The shingles and MinHashes of new texts; those of gone ones go.
DELETE FROM posting WHERE text_no IN (
    SELECT text_no FROM posting_text WHERE text_key IN (FROM near_gone_text));
DELETE FROM posting_text WHERE text_key IN (FROM near_gone_text);

CREATE OR REPLACE TEMP TABLE near_new_number AS
SELECT text_key, sample, sketch, shingle_count, xor(sketch[1], sketch[2]) AS signature,
       row_number() OVER (ORDER BY text_key)
           + (SELECT coalesce(max(text_no), 0) FROM posting_text) AS text_no
FROM near_new_print;

INSERT INTO posting_text BY NAME SELECT text_no, text_key, signature, shingle_count FROM near_new_number;

INSERT INTO posting
SELECT DISTINCT hash, text_no, place FROM (
    SELECT text_no, unnest(sample) >> 32 AS hash, 0 AS place FROM near_new_number
    UNION ALL
    SELECT text_no, unnest(sketch) & 4294967295, generate_subscripts(sketch, 1) FROM near_new_number
)
ORDER BY hash;
