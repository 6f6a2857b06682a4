-- Rows of article_event for what differs from the marts, which still hold what was before.
CREATE TEMP TABLE IF NOT EXISTS reinferred_article (article_id VARCHAR); -- none by a correction

INSERT INTO article_event BY NAME
WITH now AS (
    SELECT article_id, article.run_id, duplicate_group_id, copies.canonical_article_id, story_id,
        is_representative
    FROM article
    LEFT JOIN duplicate_group AS copies USING (article_id)
    LEFT JOIN story_article USING (article_id)
),
noted AS (
    SELECT
        article_id,
        CASE
            WHEN now.article_id IS NULL THEN 'gone'
            WHEN before.article_id IS NULL THEN 'new'
            WHEN now.run_id IS DISTINCT FROM before.run_id THEN 'read'
            WHEN now.duplicate_group_id <> before.duplicate_group_id
                OR now.canonical_article_id <> before.canonical_article_id
                OR now.story_id <> before.story_id
                OR now.is_representative <> before.is_representative THEN 'regrouped'
            WHEN article_id IN (SELECT article_id FROM stale_article) THEN 'relinked'
            WHEN article_id IN (SELECT article_id FROM reinferred_article) THEN 'outlet_inferred'
        END AS event
    FROM now FULL JOIN publication AS before USING (article_id)
)
SELECT
    article_id,
    event,
    (SELECT max_by(run_id, started_at) FROM run) AS run_id,
    row_number() OVER (ORDER BY article_id)
        + (SELECT coalesce(max(event_no), 0) FROM article_event) AS event_no
FROM noted
WHERE event IS NOT NULL;

DROP TABLE reinferred_article;
