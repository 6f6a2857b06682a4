-- Texts of which each holds most of the other, and that are no copies: they share a frame.
SELECT least(a.article_no, b.article_no) AS a, greatest(a.article_no, b.article_no) AS b
FROM text_pair AS pair
JOIN duplicate_group AS first ON first.text_key = pair.text_a
JOIN duplicate_group AS second ON second.text_key = pair.text_b
JOIN story_article_no AS a ON a.article_id = first.article_id
JOIN story_article_no AS b ON b.article_id = second.article_id
WHERE pair.kind IS NULL
  AND least(pair.containment_a, pair.containment_b) >= getvariable('frame_containment')
ORDER BY a, b;
