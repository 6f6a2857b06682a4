-- The articles that hold the words, best first.
SELECT found.score, found.title, article.outlet, article.published_date, found.snippet, found.article_id
FROM search($words, result_limit := $limit) AS found
JOIN article USING (article_id)
ORDER BY found.score DESC, found.article_id;
