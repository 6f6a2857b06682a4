-- Every document is an article, or a rejection says that nothing was left of it.
SELECT document.document_id
FROM document
LEFT JOIN article USING (document_id)
WHERE article.document_id IS NULL
  AND document.source_file_id NOT IN (SELECT source_file_id FROM rejection WHERE reason = 'no_body')
UNION ALL
SELECT article.document_id FROM article ANTI JOIN document USING (document_id);
