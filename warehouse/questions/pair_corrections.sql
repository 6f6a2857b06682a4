-- What a person decided about two articles.
SELECT correction_no, subject, action, relation, decided_at
FROM sameness_correction
WHERE (article_id = $a AND target_article_id = $b) OR (article_id = $b AND target_article_id = $a)
ORDER BY correction_no;
