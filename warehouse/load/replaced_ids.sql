SELECT document_id FROM replaced_document;
