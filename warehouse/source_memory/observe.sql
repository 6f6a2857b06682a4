-- Places of the lines of changed documents (changed_document), and the lines they touch with the
-- count that was known before. Documents that are gone only lose their places.
CREATE OR REPLACE TEMP TABLE touched_line AS
SELECT DISTINCT source, line_key
FROM source_line_place SEMI JOIN changed_document USING (document_id);

DELETE FROM source_line_place WHERE document_id IN (SELECT document_id FROM changed_document);

INSERT INTO source_line_place BY NAME
WITH worded AS (
    SELECT
        document_id,
        line_no,
        score,
        rule IN ('body', 'source_memory') AS is_body,
        trim(regexp_replace(
            regexp_replace(lower(text), '\d+', '0', 'g'), '[^\p{L}\p{M}\p{N}]+', ' ', 'g'
        )) AS words
    FROM line SEMI JOIN changed_document USING (document_id)
    WHERE rule <> 'blank'
),
keyed AS (
    SELECT
        document_id,
        -- The longest line that is surely body; furniture may be longer.
        md5_number_lower(
            max_by(words, (score < 0.1, length(words), words)) FILTER (WHERE is_body)
        ) AS text_key
    FROM worded
    GROUP BY document_id
),
placed AS (
    SELECT
        document.document_id,
        coalesce(
            nullif(lower(regexp_extract(article.url, '^https?://(?:www\.)?([^/:?#]+)', 1)), ''),
            nullif(lower(trim(article.outlet)), ''),
            'folder:' || CASE
                WHEN document.place <> '' THEN source_file.path  -- the archive is the folder
                ELSE regexp_extract(source_file.path, '^(.*)/[^/]*$', 1)
            END
        ) AS source
    FROM document
    SEMI JOIN changed_document USING (document_id)
    JOIN article USING (document_id)
    JOIN source_file ON source_file.source_file_id = document.source_file_id
)
SELECT
    document_id,
    line_no,
    source,
    md5_number_lower(words) AS line_key,
    length(words) - length(replace(words, ' ', '')) + 1 AS word_count,
    text_key
FROM worded JOIN keyed USING (document_id) JOIN placed USING (document_id)
WHERE score >= 0.1 AND words <> '';

INSERT INTO touched_line
SELECT DISTINCT source, line_key
FROM source_line_place SEMI JOIN changed_document USING (document_id)
EXCEPT FROM touched_line;
