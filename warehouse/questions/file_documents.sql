-- What a file holds: one row per document, an article or refused; one without both for a file that
-- stands for nothing itself, as the duplicate of another.
SELECT file.path, file.status = 'vanished' AS is_gone, original.path AS duplicate_of,
       coalesce(piece.place, '') AS place,
       piece.document_id, article.title, piece.reason, piece.detail, reasons.definition AS what_to_do,
       piece.left_run_id IS NOT NULL AS has_left
FROM source_file AS file
LEFT JOIN source_file AS original ON original.source_file_id = file.duplicate_of
LEFT JOIN (
    SELECT
        source_file_id, place, document.document_id, document.left_run_id,
        rejection.reason, rejection.detail
    FROM document FULL JOIN rejection USING (source_file_id, place)
) AS piece ON piece.source_file_id = file.source_file_id
LEFT JOIN article ON article.document_id = piece.document_id
LEFT JOIN rejection_reason AS reasons ON reasons.reason = piece.reason
WHERE file.path = $path
-- item 2 before item 10
ORDER BY regexp_replace(place, '\d+$', ''), length(place), place;
