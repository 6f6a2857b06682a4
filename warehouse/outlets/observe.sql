-- Where the changed articles (changed_article) come from, and all that they came from and come from
-- now (touched_source). A warehouse of a version that did not know outlet_source is looked through.
CREATE OR REPLACE TEMP TABLE looked_at AS
SELECT article_id FROM changed_article
UNION SELECT article_id FROM article WHERE NOT EXISTS (SELECT 1 FROM outlet_source);

CREATE OR REPLACE TEMP TABLE touched_source AS
SELECT DISTINCT source FROM outlet_source SEMI JOIN looked_at USING (article_id);

DELETE FROM outlet_source WHERE article_id IN (SELECT article_id FROM looked_at);

INSERT INTO outlet_source BY NAME
WITH placed AS (
    SELECT
        article.article_id,
        nullif(lower(regexp_extract(article.url, '^https?://(?:www\.)?([^/:?#]+)', 1)), '') AS host,
        CASE
            WHEN document.place <> '' THEN source_file.path  -- the container is the folder
            ELSE regexp_extract(source_file.path, '^(.*)/[^/]*$', 1)
        END AS folder
    FROM article
    SEMI JOIN looked_at USING (article_id)
    JOIN document USING (document_id)
    JOIN source_file ON source_file.source_file_id = document.source_file_id
)
SELECT article_id, 'host:' || host AS source, true AS is_nearest
FROM placed WHERE host IS NOT NULL
UNION ALL
SELECT article_id, if(folder = '', '', 'folder:' || folder), host IS NULL
FROM placed;

INSERT INTO touched_source
SELECT DISTINCT source FROM outlet_source SEMI JOIN looked_at USING (article_id)
EXCEPT FROM touched_source;

DELETE FROM touched_source WHERE source = '';
