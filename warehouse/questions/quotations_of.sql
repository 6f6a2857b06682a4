-- What a speaker said, the newest first, each utterance once; a speaker is named as the warehouse or
-- an article does, or by words of the name.
WITH typed AS (
    SELECT lower(strip_accents($name)) AS name, regexp_extract_all(name, '[\p{L}\p{M}\p{N}]+') AS words
),
speaker AS (
    SELECT DISTINCT speaker_key, lower(strip_accents(speaker)) AS name FROM said
),
named AS (
    SELECT speaker_key, speaker.name = typed.name AS is_exact
    FROM speaker, typed
    WHERE list_has_all(regexp_extract_all(speaker.name, '[\p{L}\p{M}\p{N}]+'), typed.words)
    UNION ALL
    SELECT entity_id, true FROM entity_alias, typed WHERE lower(strip_accents(alias)) = typed.name
),
wanted AS (
    SELECT DISTINCT speaker_key FROM named WHERE is_exact OR NOT (SELECT bool_or(is_exact) FROM named)
),
utterance AS (
    SELECT
        utterance_id,
        arg_max(quotation_id, (quotation_id = utterance_id, is_canonical, quotation_id)) AS quotation_id,
        count(DISTINCT article_id) AS articles,
        min(published_date) AS first_date
    FROM said SEMI JOIN wanted USING (speaker_key)
    GROUP BY utterance_id
)
SELECT first_date AS published_date, said.speaker, said.quotation, utterance.articles, said.outlet,
    article.title, said.score, said.article_id
FROM utterance
JOIN said USING (quotation_id)
JOIN article USING (article_id)
ORDER BY first_date DESC NULLS LAST, article.title, said.article_id, said.start_offset
LIMIT $limit;
