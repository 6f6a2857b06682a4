-- Stored documents that a person means: by file, place in it, folder, pattern, id or its beginning
-- ($targets), or as articles ($article_ids); with $copies also the copies of their texts.
-- targets: those of $targets that mean the document.
WITH named AS (
    SELECT
        document.document_id,
        target,
        NOT coalesce(
            file.path = target OR starts_with(file.path, rtrim(target, '/') || '/')
            OR file.path GLOB target OR file.path || '!/' || document.place = target, false
        ) AS is_id
    FROM document
    JOIN source_file AS file USING (source_file_id)
    JOIN unnest($targets) AS wanted(target)
        ON file.path = target
        OR starts_with(file.path, rtrim(target, '/') || '/')
        OR file.path GLOB target
        OR file.path || '!/' || document.place = target
        OR (length(target) >= 6 AND starts_with(document.document_id, lower(target)))
),
plain AS (
    SELECT document_id, target FROM named  -- the beginning of several ids means none of them
    QUALIFY NOT is_id OR count(*) FILTER (WHERE is_id) OVER (PARTITION BY target) = 1
    UNION ALL
    SELECT document_id, NULL FROM document SEMI JOIN (
        SELECT unnest($article_ids) AS document_id
    ) USING (document_id)
),
chosen AS (
    SELECT document_id, list(DISTINCT target) FILTER (WHERE target IS NOT NULL) AS targets
    FROM plain GROUP BY document_id
),
with_copies AS (
    FROM chosen
    UNION ALL
    SELECT article_id, NULL FROM duplicate_group
    WHERE $copies
      AND article_id NOT IN (SELECT document_id FROM chosen)
      AND duplicate_group_id IN (
          SELECT duplicate_group_id FROM duplicate_group
          WHERE article_id IN (SELECT document_id FROM chosen)
      )
)
SELECT
    document_id,
    file.path,
    document.place,
    file.status <> 'vanished' AS is_in_corpus,
    article.title,
    article.outlet,
    article.published_date,
    document.line_count,
    coalesce(mentions.count, 0) AS mention_count,
    coalesce(states.count, 0) AS former_state_count,
    coalesce(targets, []) AS targets
FROM with_copies
JOIN document USING (document_id)
JOIN source_file AS file USING (source_file_id)
LEFT JOIN article USING (document_id)
LEFT JOIN (
    SELECT article_id AS document_id, count(*) AS count FROM mention
    WHERE article_id IN (SELECT document_id FROM with_copies) GROUP BY ALL
) AS mentions USING (document_id)
LEFT JOIN (
    SELECT article_id AS document_id, count(*) AS count FROM article_revision GROUP BY ALL
) AS states USING (document_id)
ORDER BY file.path, document.place, document_id;
