-- Outlets of the articles that state none, where the others from the touched sources
-- (touched_source) agree by the rule (outlet_rule); what no longer follows is taken back.
CREATE OR REPLACE TEMP TABLE inference AS
WITH voice AS (
    SELECT
        outlet_source.source,
        count(*) AS article_count,
        count(article.outlet) AS support_count,
        count(DISTINCT lower(trim(article.outlet))) AS outlet_count,
        min(article.outlet) AS outlet
    FROM outlet_source
    SEMI JOIN touched_source USING (source)
    JOIN article USING (article_id)
    GROUP BY outlet_source.source
),
agreed AS (
    SELECT source, outlet, support_count
    FROM voice CROSS JOIN outlet_rule
    WHERE outlet_count = 1
      AND support_count >= least_support
      AND (source LIKE 'host:%' OR support_count >= least_share * article_count)
)
SELECT article.article_id, outlet_source.source, agreed.outlet, agreed.support_count
FROM outlet_source
SEMI JOIN touched_source USING (source)
JOIN article USING (article_id)
LEFT JOIN agreed USING (source)
WHERE outlet_source.is_nearest AND article.outlet IS NULL;

-- For article_event (mart_steps/note_events.sql).
CREATE OR REPLACE TEMP TABLE reinferred_article AS
SELECT article_id FROM inference JOIN article USING (article_id)
WHERE article.inferred_outlet IS DISTINCT FROM inference.outlet;

UPDATE article SET inferred_outlet = inference.outlet
FROM inference
WHERE inference.article_id = article.article_id
  AND article.inferred_outlet IS DISTINCT FROM inference.outlet;

DELETE FROM metadatum
WHERE method = 'inferred' AND article_id IN (SELECT article_id FROM inference);

INSERT INTO metadatum BY NAME
SELECT article_id, 'inferred_outlet' AS field, outlet AS value, 'inferred' AS method,
    source AS source_field, outlet AS normal_value, true AS is_chosen, support_count
FROM inference WHERE outlet IS NOT NULL;

DROP TABLE looked_at;
DROP TABLE touched_source;
DROP TABLE inference;
