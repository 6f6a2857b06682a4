-- Doubtful names in the articles whose story names exactly one of the candidates in full, within
-- 14 days (articles without a day count as near). Rows that stay the same are not written.
CREATE OR REPLACE TEMP TABLE new_story_name AS
WITH doubtful AS (
    SELECT DISTINCT mention.article_id, doubt.label, doubt.name, doubt.candidate_id
    FROM mention
    JOIN entity_doubt AS doubt
        ON doubt.label = mention.label AND doubt.name = coalesce(mention.name, mention.text)
),
near AS (
    SELECT one.article_id, other.article_id AS near_id
    FROM story_article AS one
    JOIN story_article AS other USING (story_id)
    LEFT JOIN article AS one_article ON one_article.article_id = one.article_id
    LEFT JOIN article AS other_article ON other_article.article_id = other.article_id
    WHERE one.article_id IN (SELECT article_id FROM doubtful)
      AND coalesce(
          abs(date_diff('day', one_article.published_date, other_article.published_date)), 0
      ) <= 14
),
named AS (
    SELECT DISTINCT mention.article_id, linked.entity_id
    FROM mention
    JOIN entity_name AS linked
        ON linked.label = mention.label AND linked.name = coalesce(mention.name, mention.text)
    WHERE linked.entity_id IN (SELECT candidate_id FROM doubtful)
)
SELECT doubtful.article_id, doubtful.label, doubtful.name, min(named.entity_id) AS entity_id
FROM doubtful
JOIN near ON near.article_id = doubtful.article_id
JOIN named ON named.article_id = near.near_id AND named.entity_id = doubtful.candidate_id
GROUP BY doubtful.article_id, doubtful.label, doubtful.name
HAVING count(DISTINCT named.entity_id) = 1;

CREATE OR REPLACE TEMP TABLE gone_row AS FROM story_name EXCEPT FROM new_story_name;
DELETE FROM story_name WHERE EXISTS (FROM gone_row WHERE gone_row IS NOT DISTINCT FROM story_name);
INSERT INTO story_name BY NAME (FROM new_story_name EXCEPT FROM story_name);
DROP TABLE gone_row;
DROP TABLE new_story_name;
