-- Articles with the text of one of these ($document_ids), which are none of them.
SELECT copy.article_id, file.path, document.place, article.outlet
FROM duplicate_group AS copy
JOIN document ON document.document_id = copy.article_id
JOIN article ON article.article_id = copy.article_id
JOIN source_file AS file ON file.source_file_id = document.source_file_id
WHERE copy.article_id NOT IN (SELECT unnest($document_ids))
  AND copy.duplicate_group_id IN (
      SELECT duplicate_group_id FROM duplicate_group
      WHERE article_id IN (SELECT unnest($document_ids))
  )
ORDER BY file.path, document.place;
