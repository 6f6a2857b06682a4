-- cluster_id: the id of every cluster of fresh_member (find_groups). What fresh_member holds and has a
-- row already stands in former_member.
DELETE FROM duplicate_group WHERE article_id IN (SELECT article_id FROM former_member);

INSERT INTO duplicate_group BY NAME
SELECT member.article_id,
       cluster_id.subject_id AS duplicate_group_id,
       member.text_key,
       first_value(member.article_id) OVER ranked AS canonical_article_id,
       member.article_id = first_value(member.article_id) OVER ranked AS is_canonical,
       count(*) OVER (PARTITION BY cluster) AS article_count,
       count(DISTINCT member.outlet) OVER (PARTITION BY cluster) AS outlet_count,
       count(DISTINCT member.outlet) OVER (PARTITION BY cluster) > 1 AS is_syndicated,
       first_value(if(member.published_date IS NULL, NULL, member.outlet)) OVER ranked AS first_outlet
FROM fresh_member AS member
JOIN cluster_id USING (cluster)
WINDOW ranked AS (PARTITION BY cluster
                  ORDER BY published_date NULLS LAST, word_count DESC, member.article_id
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING);
