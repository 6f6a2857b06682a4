SELECT article_no, unnest(stems) AS stem, unnest(counts) AS count
FROM story_term JOIN story_article_no USING (article_id)
ORDER BY article_no, stem;
