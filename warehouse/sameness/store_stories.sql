-- story_label: article_no, label, centrality (sum of scores inside the story).
DELETE FROM story_edge
WHERE article_id_a IN (SELECT article_id FROM story_gone)
   OR article_id_b IN (SELECT article_id FROM story_gone)
   OR (article_id_a IN (SELECT article_id FROM story_working)
       AND article_id_b IN (SELECT article_id FROM story_working));
INSERT INTO story_edge BY NAME
SELECT first.article_id AS article_id_a, second.article_id AS article_id_b,
       scored.* EXCLUDE (a, b)
FROM story_scored AS scored
JOIN story_article_no AS first ON first.article_no = scored.a
JOIN story_article_no AS second ON second.article_no = scored.b
WHERE scored.score >= getvariable('least_kept_score');

DELETE FROM story_article
WHERE canonical_article_id IN (SELECT article_id FROM story_working)
   OR canonical_article_id IN (SELECT article_id FROM story_gone)
   OR article_id IN (SELECT article_id FROM near_change)
   OR article_id IN (SELECT copy.article_id FROM duplicate_group AS copy
                     JOIN story_working ON story_working.article_id = copy.canonical_article_id);
INSERT INTO story_article BY NAME
SELECT copy.article_id,
       min(copy.article_id) OVER (PARTITION BY label.label) AS story_id,
       copy.canonical_article_id,
       first_value(copy.canonical_article_id) OVER ranked AS representative_article_id,
       copy.article_id = first_value(copy.canonical_article_id) OVER ranked AS is_representative,
       count(*) OVER (PARTITION BY label.label) AS article_count
FROM duplicate_group AS copy
JOIN story_article_no AS number ON number.article_id = copy.canonical_article_id
JOIN story_label AS label USING (article_no)
WINDOW ranked AS (PARTITION BY label.label
                  ORDER BY label.centrality DESC, copy.canonical_article_id, copy.article_id
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING);
