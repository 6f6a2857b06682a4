-- Every file the warehouse knows, with the path of the file loaded in its stead, and its refusal.
SELECT
    file.path,
    file.status,
    file.sha256,
    file.byte_count,
    file.modified_ns,
    file.inode,
    original.path AS duplicate_of,
    file.source_file_id IN (
        SELECT article.source_file_id FROM article JOIN document USING (document_id)
        WHERE document.left_run_id IS NULL
    ) AS has_document,
    rejection.reason,
    rejection.detail,
    file.sidecar_sha256,
    nullif(file.id_path, file.path) AS id_path
FROM source_file AS file
LEFT JOIN source_file AS original ON original.source_file_id = file.duplicate_of
LEFT JOIN rejection ON rejection.source_file_id = file.source_file_id AND rejection.place = '';
