-- Where each sampled shingle stands, as one narrow table that a run reads in one pass: 32 bits of the
-- hash and a number for the text take a third of the room.

CREATE TABLE posting_text (
    text_no UINTEGER,
    text_key UBIGINT,
    signature UBIGINT,
    shingle_count UINTEGER
);
COMMENT ON TABLE posting_text IS 'One row per different text: its number in posting.';
COMMENT ON COLUMN posting_text.text_no IS 'The number, counted as texts come.';
COMMENT ON COLUMN posting_text.text_key IS 'The text, see fingerprint; articles with the same words have one.';
COMMENT ON COLUMN posting_text.signature IS 'Two of its MinHashes in one: light copies of one story mostly share it.';
COMMENT ON COLUMN posting_text.shingle_count IS 'Different shingles of the text.';

CREATE TABLE posting (
    hash UINTEGER,
    text_no UINTEGER,
    place UTINYINT
);
COMMENT ON TABLE posting IS 'One row per text and sampled shingle or MinHash: by these the texts are found that new ones may copy.';
COMMENT ON COLUMN posting.hash IS 'Upper 32 bits of the hash of a shingle, lower 32 bits of a MinHash (its upper ones are all small).';
COMMENT ON COLUMN posting.text_no IS 'The text, see posting_text.';
COMMENT ON COLUMN posting.place IS '0 for a shingle; 1 to 4 for the MinHash under this order.';

INSERT INTO posting_text
SELECT row_number() OVER (ORDER BY text_key), text_key, signature, shingle_count
FROM (
    SELECT text_key, any_value(xor(sketch[1], sketch[2])) AS signature,
           any_value(shingle_count) AS shingle_count
    FROM fingerprint WHERE text_key IS NOT NULL GROUP BY text_key
);

INSERT INTO posting
SELECT DISTINCT hash, text_no, place FROM (
    SELECT text_key, shingle >> 32 AS hash, 0 AS place
    FROM (SELECT text_key, shingle_count, unnest(sample) AS shingle FROM fingerprint)
    WHERE shingle % 8 = 0 OR shingle_count <= 64
    UNION ALL
    SELECT text_key, unnest(sketch) & 4294967295, generate_subscripts(sketch, 1) FROM fingerprint
)
JOIN posting_text USING (text_key)
ORDER BY hash;

UPDATE common_shingle SET hash = hash >> 32;
ALTER TABLE common_shingle ALTER COLUMN hash TYPE UINTEGER;
COMMENT ON COLUMN common_shingle.hash IS 'Upper 32 bits of the hash of the shingle.';
COMMENT ON COLUMN fingerprint.sample IS 'Sampled shingle hashes (divisible by 8), all of them for texts of up to 64 shingles (128 in rows of older versions).';
