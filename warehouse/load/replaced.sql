-- Documents whose rows make room for new ones: those of files read anew, and single ones.
CREATE OR REPLACE TEMP TABLE replaced_document AS
SELECT document_id
FROM document
WHERE source_file_id IN (SELECT source_file_id FROM read_file)
   OR document_id IN (SELECT document_id FROM read_document);
