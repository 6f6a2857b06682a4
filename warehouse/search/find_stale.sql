-- search_gone: articles to forget, as they are gone or changed. search_new: articles to read, with
-- the numbers they get.
CREATE OR REPLACE TEMP TABLE search_gone AS
SELECT found.article_id, found.article_no
FROM search_article AS found
LEFT JOIN article USING (article_id)
WHERE article.article_id IS NULL OR article.run_id IS DISTINCT FROM found.run_id;

CREATE OR REPLACE TEMP TABLE search_new AS
SELECT
    article_id,
    (row_number() OVER (ORDER BY article_id)
        + (SELECT coalesce(max(article_no), 0) FROM search_article))::INTEGER AS article_no
FROM article
WHERE article_id NOT IN (SELECT article_id FROM search_article ANTI JOIN search_gone USING (article_id));
