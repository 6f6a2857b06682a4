-- Rows of article_event when the marts are built from the beginning: nothing tells what was before
-- but article_event itself.
INSERT INTO article_event BY NAME
WITH known AS (
    SELECT article_id FROM article_event
    GROUP BY article_id HAVING max_by(event, event_no) <> 'gone'
)
SELECT
    article_id,
    CASE
        WHEN article.article_id IS NULL THEN 'gone'
        WHEN known.article_id IS NULL THEN 'new'
        ELSE 'rebuilt'
    END AS event,
    (SELECT max_by(run_id, started_at) FROM run) AS run_id,
    row_number() OVER (ORDER BY article_id)
        + (SELECT coalesce(max(event_no), 0) FROM article_event) AS event_no
FROM article FULL JOIN known USING (article_id);

DROP TABLE IF EXISTS reinferred_article;
