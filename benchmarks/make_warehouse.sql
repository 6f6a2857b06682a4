-- Rows of every table, and in schema plan what was planted. Variables: article_count, seed.
-- In each block of 20 articles the places 0 to 11 are texts of their own, 12 to 19 copies of one of
-- them; places 0 to 5 share two stories. What is planted depends on place and seed alone.
CREATE SCHEMA plan;
CREATE MACRO plan.roll(subject, salt, size) AS
    (md5_number_lower(getvariable('seed') || ':' || subject || ':' || salt) % size)::BIGINT;
CREATE MACRO plan.id(kind, number) AS left(md5(getvariable('seed') || kind || number), 16);
CREATE MACRO plan.run_id(number) AS
    '2025010' || (1 + number * 5 // getvariable('article_count')) || 'T000000-abcdef';

-- Which text and story an article belongs to. Number, not id, orders the copies of a text.
CREATE TABLE plan.place AS
SELECT
    number,
    number // 20 AS block,
    number % 20 AS place,
    CASE WHEN place < 12 THEN number
         ELSE block * 20 + plan.roll(number, 'copy', 12) END AS text_no
FROM range(getvariable('article_count')) AS numbers(number);

CREATE TABLE plan.text AS
SELECT
    number AS text_no,
    CASE WHEN place < 6 THEN block * 20 + plan.roll(number, 'story', 2) ELSE number END AS story_no,
    plan.roll(block, 'day', 360) + plan.roll(number, 'later', 4) AS day_rolled,
    CASE WHEN day_rolled BETWEEN 100 AND 114 THEN day_rolled + 15 ELSE day_rolled END AS day,
    plan.roll(number, 'undated', 10) = 0 AS is_undated
FROM plan.place
WHERE place < 12;

-- A copy is never dated before its text, so that the text itself is canonical.
CREATE TABLE plan.article AS
SELECT
    place.number,
    plan.id('article', place.number) AS article_id,
    plan.id('article', place.text_no) AS canonical_article_id,
    plan.id('story', text.story_no) AS story_id,
    CASE WHEN plan.roll(place.number, 'outlet', 12) > 0
         THEN 'Outlet ' || plan.roll(place.number, 'which outlet', 9) END AS outlet,
    CASE WHEN NOT text.is_undated AND (place.place < 12 OR plan.roll(place.number, 'undated', 5) > 0)
         THEN DATE '2024-01-01' + (text.day + CASE WHEN place.place < 12 THEN 0
                                   ELSE plan.roll(place.number, 'copied', 2) END)::INTEGER
    END AS published_date,
    CASE WHEN plan.roll(place.number, 'instant', 5) < 2
         THEN published_date + INTERVAL 1 MINUTE * plan.roll(place.number, 'minute', 1440)
    END AS published_at,
    place.number = place.text_no AS is_canonical,
    plan.run_id(place.number) AS run_id
FROM plan.place
JOIN plan.text USING (text_no);

-- Names: a few that all speak of, many that hardly anybody does. Copies tell what their text tells.
CREATE TABLE plan.appearance AS
SELECT DISTINCT ON (article.number, entity_no)
    article.number,
    article.article_id,
    floor(power(plan.roll(place.text_no, 'name ' || slot.slot, 1000000) / 1e6, 3)
        * (40 + getvariable('article_count') // 10))::BIGINT AS entity_no,
    plan.id('entity', entity_no) AS entity_id,
    1 + slot.slot % 3 AS mention_count,
    slot.slot % 4 = 0 AS is_in_title
FROM plan.article
JOIN plan.place USING (number)
JOIN range(12) AS slot(slot) ON slot.slot < 2 + plan.roll(place.text_no, 'names', 11)
ORDER BY article.number, entity_no, slot.slot;

-- Lines: eight of the body, up to five that left it; the last article of a hundred has nothing else.
CREATE TABLE plan.line AS
SELECT
    article_id AS document_id,
    number,
    line_no::INTEGER AS line_no,
    line_no < 8 AS is_kept,
    CASE WHEN NOT is_kept THEN
        ['share_bar', 'related_link', 'donation_appeal', 'byline'][1 + plan.roll(number, line_no, 4)]
    END AS category,
    CASE WHEN is_kept THEN 'body' WHEN category = 'byline' THEN 'name_line' ELSE category END AS rule,
    CASE WHEN plan.roll(number, 'doubt ' || line_no, 40) = 0 THEN 0.5
         WHEN is_kept THEN 0.0 ELSE 0.9 END::DOUBLE AS score,
    CASE WHEN is_kept THEN 'Words of the body.' ELSE 'Leftover ' || line_no END AS text
FROM plan.article
JOIN range(13) AS lines(line_no) ON line_no < 8 + plan.roll(number, 'removed', 6);

INSERT INTO run BY NAME
SELECT
    run_id,
    strptime(left(run_id, 8), '%Y%m%d') AS started_at,
    started_at + INTERVAL 90 SECOND AS finished_at,
    'ok' AS status,
    '0' AS newsmill_version,
    'corpus' AS corpus,
    count(*) AS seen_count,
    count(*) AS loaded_count,
    0 AS unchanged_count, 0 AS duplicate_count, 0 AS quarantined_count, 0 AS vanished_count,
    0 AS ignored_count,
    max(number) + 1 AS article_count,
    0 AS rejection_count
FROM plan.article GROUP BY plan.article.run_id;

INSERT INTO source_file BY NAME
SELECT
    plan.id('file', number) AS source_file_id, 'a/' || number || '.txt' AS path, 'loaded' AS status,
    md5(path) AS sha256, 1000 AS byte_count, 'text' AS format,
    run_id AS first_run_id, run_id AS last_run_id
FROM plan.article;

INSERT INTO document BY NAME
SELECT
    article_id AS document_id, plan.id('file', number) AS source_file_id, 'text' AS format,
    'utf-8' AS encoding, 1000 AS char_count, 13 AS line_count, '1' AS cleaner_version, run_id
FROM plan.article;

INSERT INTO line BY NAME
SELECT
    document_id, line_no, line_no * 20 AS start_offset, line_no * 20 + length(text) AS end_offset,
    text, chr(10) AS line_ending, CASE WHEN is_kept THEN 'keep' ELSE 'drop' END AS verdict,
    category, rule, score, '1' AS cleaner_version
FROM plan.line;

-- A vocabulary in which the word of rank r is found about as often as 1/r.
INSERT INTO article BY NAME
SELECT
    article.article_id, article.article_id AS document_id,
    plan.id('file', article.number) AS source_file_id,
    'Title of ' || place.text_no AS title,
    array_to_string([
        'word' || floor(power(30000, plan.roll(place.text_no, 'word ' || nth, 1000000) / 1e6))::BIGINT
        FOR nth IN range(getvariable('word_count'))
    ], ' ') || '.' AS text,
    outlet, published_at, published_date,
    CASE WHEN published_at IS NOT NULL THEN 'instant'
         WHEN published_date IS NOT NULL THEN 'day' ELSE 'unknown' END AS published_precision,
    'en' AS language, getvariable('word_count') AS word_count, length(text) AS char_count,
    '1' AS cleaner_version, run_id
FROM plan.article
JOIN plan.place USING (number);

INSERT INTO duplicate_group BY NAME
SELECT
    article_id,
    min(article_id) OVER (PARTITION BY canonical_article_id) AS duplicate_group_id,
    md5_number_lower(canonical_article_id) AS text_key,
    canonical_article_id,
    is_canonical,
    count(*) OVER (PARTITION BY canonical_article_id) AS article_count
FROM plan.article;

INSERT INTO story_article BY NAME
SELECT
    article_id, story_id, canonical_article_id,
    min(canonical_article_id) OVER (PARTITION BY story_id) AS representative_article_id,
    article_id = representative_article_id AS is_representative,
    count(*) OVER (PARTITION BY story_id) AS article_count
FROM plan.article;

INSERT INTO entity BY NAME
SELECT DISTINCT
    entity_id, ['PERSON', 'ORG', 'PLACE', 'NORP'][1 + entity_no % 4] AS label,
    'Name ' || entity_no AS name
FROM plan.appearance;

INSERT INTO entity_name BY NAME
SELECT label, name, entity_id, entity_id AS own_id, 'same_name' AS evidence FROM entity;

-- The mention in a title comes first, the others stand in the body.
INSERT INTO mention BY NAME
SELECT
    planted.article_id,
    CASE WHEN planted.is_in_title AND nth = 0 THEN 'title' ELSE 'body' END AS field,
    nth * 100 AS start_offset, nth * 100 + 6 AS end_offset,
    entity.label, entity.name AS text, entity.name, 1.0 AS score, entity_id
FROM plan.appearance AS planted
JOIN entity USING (entity_id)
JOIN range(3) AS nths(nth) ON nth < planted.mention_count;

-- Two of three names in a body speak; copies quote the same words.
INSERT INTO quotation BY NAME
SELECT
    plan.id('quotation', mention.article_id || '/' || mention.start_offset || mention.name)
        AS quotation_id,
    mention.article_id, mention.start_offset, mention.start_offset + 60 AS end_offset,
    'What ' || mention.name || ' has to say about the ' || lower(article.title) || ' is this.' AS text,
    'direct' AS kind, false AS continues, mention.name AS speaker, mention.label AS speaker_label,
    mention.entity_id, 'name' AS reference, 'said' AS cue, 'cue_behind' AS rule, 0.95 AS score
FROM mention
JOIN article USING (article_id)
WHERE mention.field = 'body' AND md5_number_lower(mention.name || article.title) % 3 < 2;

INSERT INTO sameness_alarm
SELECT 'story', story_id, 'large', count(*) || ' articles'
FROM plan.article GROUP BY story_id HAVING count(*) > 8;

INSERT INTO entity_doubt BY NAME
SELECT label, name, entity_id, (SELECT min(entity_id) FROM entity) AS candidate_id
FROM entity WHERE name LIKE '%7';

INSERT INTO entity_alias BY NAME
SELECT entity_id, label, text AS alias, count(*) AS mention_count,
    count(DISTINCT article_id) AS article_count
FROM mention GROUP BY ALL;

INSERT INTO metadatum BY NAME
SELECT article_id, 'outlet' AS field, outlet AS value, 'line' AS method, 8 AS line_no
FROM plan.article WHERE outlet IS NOT NULL
UNION ALL BY NAME
SELECT article_id, 'source_cited' AS field, 'Agency ' || plan.roll(number, 'agency', 5) AS value,
    'line' AS method, 9 AS line_no
FROM plan.article WHERE number % 3 = 0;
