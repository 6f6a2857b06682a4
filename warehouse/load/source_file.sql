-- Every file whose row changes: new, changed, touched, duplicate, refused or vanished.
MERGE INTO source_file AS known
USING seen_file AS seen
ON known.source_file_id = seen.source_file_id
WHEN MATCHED THEN UPDATE SET
    path = seen.path,
    status = seen.status,
    sha256 = seen.sha256,
    byte_count = seen.byte_count,
    modified_ns = seen.modified_ns,
    inode = seen.inode,
    format = coalesce(seen.format, known.format),
    document_count = coalesce(seen.document_count, known.document_count),
    duplicate_of = seen.duplicate_of,
    sidecar_sha256 = seen.sidecar_sha256,
    last_run_id = seen.run_id
WHEN NOT MATCHED THEN INSERT (
    source_file_id, path, id_path, status, sha256, byte_count, modified_ns, inode, format,
    document_count, duplicate_of, sidecar_sha256, first_run_id, last_run_id
) VALUES (
    seen.source_file_id, seen.path, seen.id_path, seen.status, seen.sha256, seen.byte_count, seen.modified_ns,
    seen.inode, seen.format, seen.document_count, seen.duplicate_of, seen.sidecar_sha256,
    seen.run_id, seen.run_id
);
