-- Which quotations are the same utterance, in other articles or in other words?
-- One row per quotation of 25 characters or more whose speaker is known. Two of one speaker are the
-- same when they share two fifths of the shorter one's word 3-grams, four at least: cut, in another
-- translation, or with a slip. Each leads to the longest it resembles. Kept up to date: speakers of
-- whom a quotation has come, changed or gone are compared anew.
-- Grain: quotation_id
CREATE TABLE IF NOT EXISTS same_utterance (
    quotation_id VARCHAR,
    speaker_key VARCHAR,
    canonical_quotation_id VARCHAR,
    shared_share DOUBLE
);

CREATE OR REPLACE TEMP TABLE spoken AS
SELECT quotation_id, article_id, coalesce(entity_id, speaker) AS speaker_key
FROM quotation
WHERE speaker IS NOT NULL AND kind <> 'title' AND length(text) >= 25;

CREATE OR REPLACE TEMP TABLE touched_speaker AS
SELECT speaker_key FROM spoken SEMI JOIN stale_article USING (article_id)
UNION
SELECT speaker_key FROM spoken ANTI JOIN same_utterance USING (quotation_id, speaker_key)
UNION
SELECT speaker_key FROM same_utterance ANTI JOIN spoken USING (quotation_id, speaker_key);

DELETE FROM same_utterance WHERE speaker_key IN (FROM touched_speaker);
INSERT INTO same_utterance BY NAME
WITH uttered AS MATERIALIZED (
    -- the longest first; of equally long ones that of a canonical copy, then the earliest
    SELECT quotation_id, speaker_key, words, hash(words) AS text_key,
        row_number() OVER (
            ORDER BY len(words) DESC, is_canonical DESC, published_at NULLS LAST, quotation_id
        ) AS place
    FROM (
        SELECT spoken.quotation_id, spoken.speaker_key, publication.is_canonical,
            publication.published_at,
            regexp_extract_all(lower(quotation.text), '[\p{L}\p{M}\p{N}]+') AS words
        FROM spoken
        SEMI JOIN touched_speaker USING (speaker_key)
        JOIN quotation USING (quotation_id)
        JOIN publication ON publication.article_id = spoken.article_id
    )
),
wording AS MATERIALIZED (
    SELECT speaker_key, text_key, min(place) AS place,
        CASE WHEN len(first(words)) < 3 THEN [text_key] ELSE list_distinct(list_transform(
            range(1, len(first(words)) - 1),
            lambda i: hash(first(words)[i : i + 2])
        )) END AS grams
    FROM uttered GROUP BY speaker_key, text_key
),
wording_gram AS MATERIALIZED (
    -- grams that many wordings of a speaker share are phrases, and tell nothing
    SELECT speaker_key, place, gram
    FROM (SELECT speaker_key, place, unnest(grams) AS gram FROM wording)
    QUALIFY count(*) OVER (PARTITION BY speaker_key, gram) BETWEEN 2 AND 100
),
likeness AS (
    SELECT shorter.place, longer.place AS longer_place,
        count(*) / len(first(wording.grams)) AS shared_share
    FROM wording_gram AS shorter
    JOIN wording_gram AS longer
        ON longer.speaker_key = shorter.speaker_key AND longer.gram = shorter.gram
        AND longer.place < shorter.place
    JOIN wording ON wording.place = shorter.place
    GROUP BY shorter.place, longer.place
    HAVING count(*) >= 4 AND shared_share >= 0.4
),
step AS MATERIALIZED (
    SELECT place, min(longer_place) AS longest_place,
        arg_min(shared_share, longer_place) AS shared_share
    FROM likeness GROUP BY place
)
-- what the longest one of its like leads to stands for all, three steps on at most
SELECT
    uttered.quotation_id,
    uttered.speaker_key,
    canonical.quotation_id AS canonical_quotation_id,
    coalesce(step.shared_share, 1) AS shared_share
FROM uttered
JOIN wording USING (speaker_key, text_key)
LEFT JOIN step ON step.place = wording.place
LEFT JOIN step AS next ON next.place = step.longest_place
LEFT JOIN step AS last ON last.place = next.longest_place
JOIN uttered AS canonical ON canonical.place = coalesce(
    last.longest_place, next.longest_place, step.longest_place, wording.place
);

DROP TABLE touched_speaker;
DROP TABLE spoken;

COMMENT ON TABLE same_utterance IS 'One row per quotation of 25 characters or more with a known speaker: the quotation that stands for the same utterance, itself where there is no other.';
COMMENT ON COLUMN same_utterance.quotation_id IS 'The quotation.';
COMMENT ON COLUMN same_utterance.speaker_key IS 'Who said it, as in said.';
COMMENT ON COLUMN same_utterance.canonical_quotation_id IS 'The longest one that tells the same; of equally long ones that of a canonical copy, then the earliest.';
COMMENT ON COLUMN same_utterance.shared_share IS 'Share of its word 3-grams that stand in the longest one it resembles, 0 to 1; 1 for the same words.';
