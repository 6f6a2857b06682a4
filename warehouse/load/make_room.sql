-- The rows of replaced documents.
DELETE FROM mention   WHERE article_id IN (SELECT document_id FROM replaced_document);
DELETE FROM metonym   WHERE article_id IN (SELECT document_id FROM replaced_document);
DELETE FROM quotation WHERE article_id IN (SELECT document_id FROM replaced_document);
DELETE FROM unread_article WHERE article_id IN (SELECT document_id FROM replaced_document);
DELETE FROM metadatum WHERE article_id IN (SELECT document_id FROM replaced_document);
DELETE FROM fingerprint WHERE article_id IN (SELECT document_id FROM replaced_document);
DELETE FROM article   WHERE document_id IN (SELECT document_id FROM replaced_document);
DELETE FROM line      WHERE document_id IN (SELECT document_id FROM replaced_document);
DELETE FROM document  WHERE document_id IN (SELECT document_id FROM replaced_document);
