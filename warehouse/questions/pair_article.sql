-- One article as `explain A B` needs it.
SELECT article.article_id, file.path || CASE WHEN document.place <> '' THEN '!/' || document.place ELSE '' END AS path,
       article.title, article.text, article.outlet, article.published_date,
       copies.duplicate_group_id, copies.canonical_article_id, copies.text_key,
       told.story_id, fingerprint.persons
FROM article
LEFT JOIN document ON document.document_id = article.document_id
LEFT JOIN source_file AS file ON file.source_file_id = article.source_file_id
LEFT JOIN duplicate_group AS copies ON copies.article_id = article.article_id
LEFT JOIN story_article AS told ON told.article_id = article.article_id
LEFT JOIN fingerprint ON fingerprint.article_id = article.article_id
WHERE article.article_id = $article_id;
