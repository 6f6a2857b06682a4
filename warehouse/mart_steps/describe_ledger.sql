-- What open_ledger.sql made explains itself; the comments stay with the tables.
COMMENT ON TABLE mart IS 'One row per mart in the database: a table or view made by a file in warehouse/marts.';
COMMENT ON COLUMN mart.name IS 'Name of the table or view.';
COMMENT ON COLUMN mart.sql_digest IS 'Digest of all files of marts; when it differs, every mart is built anew.';
COMMENT ON TABLE mart_document IS 'One row per document that the marts hold.';
COMMENT ON COLUMN mart_document.document_id IS 'The document.';
COMMENT ON COLUMN mart_document.run_id IS 'Run that loaded the document the marts hold; another one means that it has changed since.';
COMMENT ON TABLE mart_name IS 'One row per name, as entity_name had it when the marts were built.';
COMMENT ON COLUMN mart_name.label IS 'Label of the mentions.';
COMMENT ON COLUMN mart_name.name IS 'The name.';
COMMENT ON COLUMN mart_name.entity_id IS 'The entity it stood for; another one now means that its articles are counted anew.';
COMMENT ON TABLE mart_story_name IS 'One row per name that a story decides, as story_name had it when the marts were built.';
COMMENT ON COLUMN mart_story_name.article_id IS 'The article.';
COMMENT ON COLUMN mart_story_name.label IS 'Label of the mentions.';
COMMENT ON COLUMN mart_story_name.name IS 'The name.';
COMMENT ON COLUMN mart_story_name.entity_id IS 'The entity it stood for there.';
