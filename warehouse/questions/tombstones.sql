-- What was forgotten, the latest first, with the file as far as it still lies in the corpus.
SELECT document_id, forgotten_at, tombstone.reason, file.path,
    text_digest IS NOT NULL AS with_copies
FROM tombstone LEFT JOIN source_file AS file USING (source_file_id)
ORDER BY forgotten_at DESC, file.path, document_id;
