-- Stored documents that a person means: by file, folder, pattern or id, outlet, cleaner version.
-- has_reading: false for web pages of 0.1.0, which stored nothing of them but their text; other
-- documents may have nothing else to store.
SELECT
    document.document_id,
    file.path,
    document.place,
    document.char_count,
    document.format <> 'html' OR document.reading IS NOT NULL AS has_reading
FROM document
JOIN source_file AS file USING (source_file_id)
LEFT JOIN article USING (document_id)
WHERE (
    len($targets) = 0 OR EXISTS (
        FROM unnest($targets) AS wanted(target)
        WHERE file.path = target
           OR starts_with(file.path, rtrim(target, '/') || '/')
           OR file.path GLOB target
           OR (length(target) >= 6 AND starts_with(document.document_id, lower(target)))
    )
)
  AND ($outlet IS NULL OR lower(article.outlet) = lower($outlet))
  AND ($current_version IS NULL OR document.cleaner_version <> $current_version)
ORDER BY file.path, document.place, document.document_id;
