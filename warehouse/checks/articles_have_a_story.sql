-- Every article stands once in the groups of copies and once in the stories, and nothing else does.
SELECT
    coalesce(article.article_id, grouped.article_id, told.article_id) AS article_id,
    grouped.count AS group_count,
    told.count AS story_count
FROM article
FULL JOIN (SELECT article_id, count(*) AS count FROM duplicate_group GROUP BY article_id) AS grouped
    USING (article_id)
FULL JOIN (SELECT article_id, count(*) AS count FROM story_article GROUP BY article_id) AS told
    USING (article_id)
WHERE article.article_id IS NULL
   OR grouped.count IS DISTINCT FROM 1
   OR told.count IS DISTINCT FROM 1;
