SELECT article_no, unnest(event_words) AS stem
FROM story_term JOIN story_article_no USING (article_id)
ORDER BY article_no, stem;
