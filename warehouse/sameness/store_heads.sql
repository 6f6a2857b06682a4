DELETE FROM story_head WHERE article_id IN (SELECT article_id FROM story_working);
INSERT INTO story_head
SELECT article_id, stem, value FROM story_head_entry JOIN story_article_no USING (article_no);
