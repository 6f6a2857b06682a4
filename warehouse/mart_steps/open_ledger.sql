-- What the marts were built from, so that a run looks only at what has changed since.
CREATE TABLE IF NOT EXISTS mart (name VARCHAR, sql_digest VARCHAR);
CREATE TABLE IF NOT EXISTS mart_document (document_id VARCHAR, run_id VARCHAR);
CREATE TABLE IF NOT EXISTS mart_name (label VARCHAR, name VARCHAR, entity_id VARCHAR);
CREATE TABLE IF NOT EXISTS mart_story_name (article_id VARCHAR, label VARCHAR, name VARCHAR, entity_id VARCHAR);
