-- The documents to forget, as warehouse.replay.settle_replayed takes them, and whether their files
-- hold them no longer: of these no refusal is left behind.
SELECT document_id, source_file_id, place, left_run_id IS NOT NULL AS has_left
FROM document SEMI JOIN forgotten_document USING (document_id)
ORDER BY source_file_id, place;
