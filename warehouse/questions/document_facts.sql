-- What is known of one document: its article, group and story, or why there is none; one row.
SELECT file.path, document.place, article.article_id, article.title, article.outlet,
       article.inferred_outlet, article.author, article.agency,
       coalesce(article.published_date::VARCHAR, stated.normal_value) AS published_date,
       duplicates.duplicate_group_id, duplicates.article_count AS copies,
       stories.story_id, document.cleaner_version, rejection.reason AS refused, rejection.detail
FROM document
JOIN source_file AS file USING (source_file_id)
LEFT JOIN article USING (document_id)
LEFT JOIN duplicate_group AS duplicates ON duplicates.article_id = article.article_id
LEFT JOIN story_article AS stories ON stories.article_id = article.article_id
LEFT JOIN rejection ON rejection.source_file_id = document.source_file_id AND rejection.place = document.place
LEFT JOIN metadatum AS stated  -- a month or a year is no date
       ON stated.article_id = article.article_id AND stated.field = 'published_at' AND stated.is_chosen
WHERE document.document_id = $document_id;
