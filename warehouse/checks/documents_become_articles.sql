-- Every document is an article, or a rejection at its place says that nothing was left of it,
-- or that it is none.
SELECT document.document_id
FROM document
JOIN source_file AS file USING (source_file_id)
ANTI JOIN article USING (document_id)
WHERE file.status <> 'vanished'
  AND NOT EXISTS (
      FROM rejection
      WHERE rejection.source_file_id = document.source_file_id
        AND rejection.place = document.place
        AND rejection.reason IN ('no_body', 'no_article')
  )
UNION ALL
SELECT document.document_id FROM document ANTI JOIN source_file USING (source_file_id)
UNION ALL
SELECT article.document_id FROM article ANTI JOIN document USING (document_id);
