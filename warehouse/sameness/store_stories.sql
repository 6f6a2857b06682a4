-- cluster_id: the id of every story of fresh_member (find_stories).
DELETE FROM story_edge
WHERE article_id_a IN (SELECT article_id FROM story_working)
  AND article_id_b IN (SELECT article_id FROM story_working);
INSERT INTO story_edge BY NAME
SELECT first.article_id AS article_id_a, second.article_id AS article_id_b,
       scored.* EXCLUDE (a, b)
FROM story_scored AS scored
JOIN story_article_no AS first ON first.article_no = scored.a
JOIN story_article_no AS second ON second.article_no = scored.b;

DELETE FROM story_article WHERE article_id IN (SELECT article_id FROM former_member);
INSERT INTO story_article BY NAME
SELECT member.article_id,
       cluster_id.subject_id AS story_id,
       member.canonical_article_id,
       first_value(member.canonical_article_id) OVER ranked AS representative_article_id,
       member.article_id = first_value(member.canonical_article_id) OVER ranked AS is_representative,
       count(*) OVER (PARTITION BY cluster) AS article_count
FROM fresh_member AS member
JOIN cluster_id USING (cluster)
JOIN article AS shown ON shown.article_id = member.canonical_article_id
WINDOW ranked AS (PARTITION BY cluster
                  -- a story is called by the headline of its representative
                  ORDER BY shown.title IS NULL, centrality DESC, member.canonical_article_id, member.article_id
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING);

DELETE FROM story_former WHERE subject_id IN (SELECT subject_id FROM former_member); -- their id is given
