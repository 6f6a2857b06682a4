-- A tombstone for each document to forget (forgotten_document: document_id), before its rows go.
-- this_burial: run_id, reason, forgotten_at, with_copies.
INSERT INTO tombstone BY NAME
SELECT
    document.document_id,
    document.source_file_id,
    if(document.raw_sha256 IN (
        SELECT raw_sha256 FROM document ANTI JOIN forgotten_document USING (document_id)
    ), NULL, document.raw_sha256) AS raw_sha256,
    if(NOT with_copies OR print.text_key IS NULL OR print.text_digest IN (
        SELECT text_digest FROM fingerprint
        WHERE article_id NOT IN (SELECT document_id FROM forgotten_document)
    ), NULL, print.text_digest) AS text_digest,
    this_burial.reason,
    this_burial.forgotten_at,
    this_burial.run_id
FROM document
SEMI JOIN forgotten_document USING (document_id)
LEFT JOIN fingerprint AS print ON print.article_id = document.document_id
CROSS JOIN this_burial;

-- What a document leaves behind when its rows make room for new ones (load/make_room.sql).
DELETE FROM line_change WHERE document_id IN (SELECT document_id FROM forgotten_document);
DELETE FROM article_revision WHERE article_id IN (SELECT document_id FROM forgotten_document);
DELETE FROM sameness_correction
WHERE article_id IN (SELECT document_id FROM forgotten_document)
   OR target_article_id IN (SELECT document_id FROM forgotten_document);
