SELECT article_no, unnest(slots) AS slot
FROM story_term JOIN story_article_no USING (article_id)
ORDER BY article_no, slot;
