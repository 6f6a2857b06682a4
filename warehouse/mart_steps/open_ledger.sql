-- What the marts were built from, so that a run looks only at what has changed since.
CREATE TABLE IF NOT EXISTS mart (name VARCHAR, sql_digest VARCHAR);
COMMENT ON TABLE mart IS 'One row per mart in the database: a table or view made by a file in warehouse/marts.';
COMMENT ON COLUMN mart.name IS 'Name of the table or view.';
COMMENT ON COLUMN mart.sql_digest IS 'Digest of all files of marts; when it differs, every mart is built anew.';

CREATE TABLE IF NOT EXISTS mart_document (document_id VARCHAR, run_id VARCHAR);
COMMENT ON TABLE mart_document IS 'One row per document that the marts hold.';
COMMENT ON COLUMN mart_document.document_id IS 'The document.';
COMMENT ON COLUMN mart_document.run_id IS 'Run that loaded the document the marts hold; another one means that it has changed since.';

CREATE TABLE IF NOT EXISTS mart_name (label VARCHAR, name VARCHAR, entity_id VARCHAR);
COMMENT ON TABLE mart_name IS 'One row per name, as entity_name had it when the marts were built.';
COMMENT ON COLUMN mart_name.label IS 'Label of the mentions.';
COMMENT ON COLUMN mart_name.name IS 'The name.';
COMMENT ON COLUMN mart_name.entity_id IS 'The entity it stood for; another one now means that its articles are counted anew.';

CREATE TABLE IF NOT EXISTS mart_story_name (article_id VARCHAR, label VARCHAR, name VARCHAR, entity_id VARCHAR);
COMMENT ON TABLE mart_story_name IS 'One row per name that a story decides, as story_name had it when the marts were built.';
COMMENT ON COLUMN mart_story_name.article_id IS 'The article.';
COMMENT ON COLUMN mart_story_name.label IS 'Label of the mentions.';
COMMENT ON COLUMN mart_story_name.name IS 'The name.';
COMMENT ON COLUMN mart_story_name.entity_id IS 'The entity it stood for there.';
