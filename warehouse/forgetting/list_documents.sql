-- The documents to forget, as warehouse.replay.settle_replayed takes them.
SELECT document_id, source_file_id, place
FROM document SEMI JOIN forgotten_document USING (document_id)
ORDER BY source_file_id, place;
