SELECT article_no, unnest(quotations) AS gram
FROM story_term JOIN story_article_no USING (article_id)
ORDER BY article_no, gram;
