-- Scores between the canonical articles of some stories, where they are known.
WITH member AS (
    SELECT article_id FROM story_article WHERE list_contains($story_ids, story_id)
)
SELECT article_id_a, article_id_b, score FROM story_edge
WHERE article_id_a IN (FROM member) AND article_id_b IN (FROM member);
