-- The duplicate group, its canonical article and the story of every article.
SELECT article_id, duplicate_group_id, duplicate_group.canonical_article_id, story_id
FROM duplicate_group
JOIN story_article USING (article_id);
