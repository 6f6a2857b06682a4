-- The articles of the slice, whose terms are to be read.
SELECT article.article_id, article.title, article.text, article.language, article.published_date,
       coalesce(fingerprint.persons, []) AS persons
FROM article
SEMI JOIN story_slice USING (article_id)
LEFT JOIN fingerprint ON fingerprint.article_id = article.article_id
ORDER BY article.article_id;
