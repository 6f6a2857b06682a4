-- What people decided about stories, as pairs of numbered canonical articles, in order.
SELECT correction.relation, first.article_no AS a, second.article_no AS b
FROM sameness_correction AS correction
JOIN duplicate_group AS mine ON mine.article_id = correction.article_id
JOIN duplicate_group AS other ON other.article_id = correction.target_article_id
JOIN story_article_no AS first ON first.article_id = mine.canonical_article_id
JOIN story_article_no AS second ON second.article_id = other.canonical_article_id
WHERE correction.subject = 'story' AND first.article_no <> second.article_no
ORDER BY correction.correction_no, a, b;
