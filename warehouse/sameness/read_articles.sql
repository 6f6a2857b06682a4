SELECT article.article_id, article.title, article.text, article.published_date,
       coalesce(named.persons, []) AS persons
FROM article
SEMI JOIN story_slice USING (article_id)
LEFT JOIN (
    SELECT article_id, list(DISTINCT coalesce(name, text) ORDER BY coalesce(name, text)) AS persons
    FROM mention SEMI JOIN story_slice USING (article_id)
    WHERE label = 'PERSON' GROUP BY article_id
) AS named ON named.article_id = article.article_id
ORDER BY article.article_id;
