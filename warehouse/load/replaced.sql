-- Rows of the files that this run read anew make room for the new ones.
CREATE OR REPLACE TEMP TABLE replaced_document AS
SELECT document_id FROM document WHERE source_file_id IN (SELECT source_file_id FROM read_file);

DELETE FROM mention   WHERE article_id IN (SELECT document_id FROM replaced_document);
DELETE FROM metonym   WHERE article_id IN (SELECT document_id FROM replaced_document);
DELETE FROM unread_article WHERE article_id IN (SELECT document_id FROM replaced_document);
DELETE FROM metadatum WHERE article_id IN (SELECT document_id FROM replaced_document);
DELETE FROM fingerprint WHERE article_id IN (SELECT document_id FROM replaced_document);
DELETE FROM article   WHERE document_id IN (SELECT document_id FROM replaced_document);
DELETE FROM line      WHERE document_id IN (SELECT document_id FROM replaced_document);
DELETE FROM document  WHERE document_id IN (SELECT document_id FROM replaced_document);
