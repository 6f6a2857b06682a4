-- The canonical articles of some stories: the persons each names, and how many copies it has.
SELECT told.story_id, term.article_id, term.persons, copies.article_count AS copy_count
FROM story_article AS told
JOIN story_term AS term USING (article_id)
JOIN duplicate_group AS copies USING (article_id)
WHERE list_contains($story_ids, told.story_id)
ORDER BY told.story_id, term.article_id;
