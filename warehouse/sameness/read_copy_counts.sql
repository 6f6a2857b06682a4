SELECT story_article_no.article_no, duplicate_group.article_count
FROM story_article_no JOIN duplicate_group USING (article_id)
ORDER BY story_article_no.article_no;
