-- Each document found in a file is an article or a rejection; so too in the sum of each run. What a
-- file no longer holds was not found in it.
SELECT file.path, file.document_count, articles.count AS article_count, refused.count AS refused_count
FROM source_file AS file
LEFT JOIN (
    SELECT article.source_file_id, count(*) AS count
    FROM article JOIN document USING (document_id)
    WHERE document.left_run_id IS NULL
    GROUP BY ALL
) AS articles USING (source_file_id)
LEFT JOIN (
    SELECT
        source_file_id,
        count(*) FILTER (WHERE place <> '') AS count,
        bool_or(place = '' AND reason = 'no_documents') AS is_all_refused
    FROM rejection
    ANTI JOIN (
        FROM document ANTI JOIN article USING (document_id) WHERE left_run_id IS NOT NULL
    ) AS gone USING (source_file_id, place)
    GROUP BY source_file_id
) AS refused USING (source_file_id)
WHERE (
    file.status = 'loaded'
    AND coalesce(articles.count, 0) + coalesce(refused.count, 0) <> file.document_count
) OR (
    file.status = 'quarantined' AND refused.is_all_refused AND refused.count <> file.document_count
)
UNION ALL
SELECT run_id, contained_document_count, contained_article_count, contained_rejection_count
FROM run
WHERE contained_document_count <> contained_article_count + contained_rejection_count;
