-- stale_document: documents whose rows in the marts are not those of the tables (any more).
CREATE OR REPLACE TEMP TABLE stale_document AS
SELECT document_id FROM document ANTI JOIN mart_document USING (document_id, run_id)
UNION
SELECT document_id FROM mart_document ANTI JOIN document USING (document_id, run_id);

-- stale_article: besides these, articles that mention a name which stands for another entity now,
-- everywhere or in their story.
CREATE OR REPLACE TEMP TABLE stale_article AS
SELECT document_id AS article_id FROM stale_document
UNION
SELECT mention.article_id
FROM mention
SEMI JOIN (
    SELECT mart_name.label, mart_name.name
    FROM mart_name
    LEFT JOIN entity_name AS now ON now.label = mart_name.label AND now.name = mart_name.name
    WHERE now.entity_id IS DISTINCT FROM mart_name.entity_id
) AS relinked
ON relinked.label = mention.label AND relinked.name = coalesce(mention.name, mention.text)
UNION
SELECT article_id
FROM (
    (FROM story_name EXCEPT FROM mart_story_name)
    UNION ALL
    (FROM mart_story_name EXCEPT FROM story_name)
);
