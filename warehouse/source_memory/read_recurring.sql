-- Lines of the body that other texts of the outlet hold, or that left it for that reason, in the
-- documents that must look again: the document, the line, the evidence, how it was decided.
WITH looking AS (
    SELECT document_id FROM source_line_place SEMI JOIN moved_line USING (source, line_key)
    UNION SELECT document_id FROM changed_document
),
body AS (
    SELECT document_id, count(*) AS body_count
    FROM line SEMI JOIN looking USING (document_id)
    WHERE rule IN ('body', 'source_memory')
    GROUP BY document_id
)
SELECT
    document.document_id,
    source_file.path,
    document.place,
    document.char_count,
    body.body_count,
    place.line_no,
    place.word_count,
    line.score,
    coalesce(known.document_count, 1) AS document_count,
    line.rule = 'source_memory' AS is_out
FROM document
JOIN body USING (document_id)
JOIN source_file USING (source_file_id)
JOIN source_line_place AS place USING (document_id)
JOIN line ON line.document_id = place.document_id AND line.line_no = place.line_no
LEFT JOIN source_line AS known USING (source, line_key)
WHERE (line.rule = 'source_memory' OR (line.rule = 'body' AND known.document_count > 1))
  -- Pages that were stored before readings were can only be cleaned from their files.
  AND (document.reading IS NOT NULL OR document.format <> 'html')
ORDER BY source_file.path, document.place, document.document_id, place.line_no;
