-- Documents whose rows make room for new ones: those of files read anew, and single ones. Others
-- of these files stay: kept_document, which are as they were, and articles that a file no longer
-- holds (left_document), as those of a file that is gone stay. A text that a file, or the one that
-- stands for it, holds at another place has only moved in it. Where the bytes are as before, it is
-- the reading that is another, and nothing has left.
CREATE OR REPLACE TEMP TABLE left_document AS
SELECT document.document_id
FROM document
JOIN read_file USING (source_file_id)
JOIN source_file AS file USING (source_file_id)
SEMI JOIN article USING (document_id)
WHERE document.place <> ''
  AND (read_file.is_changed OR document.left_run_id IS NOT NULL)
  AND document.document_id NOT IN (SELECT document_id FROM fresh_document)
  AND document.document_id NOT IN (SELECT document_id FROM kept_document)
  AND NOT EXISTS (
      FROM fresh_document AS fresh
      WHERE fresh.raw_sha256 = document.raw_sha256
        AND fresh.source_file_id IN (document.source_file_id, file.duplicate_of)
  )
  AND NOT EXISTS (
      FROM document AS other
      WHERE other.raw_sha256 = document.raw_sha256
        AND (other.source_file_id = file.duplicate_of
             OR other.document_id IN (SELECT document_id FROM kept_document))
  );

UPDATE document SET left_run_id = coalesce(left_run_id, (SELECT run_id FROM this_run))
WHERE document_id IN (SELECT document_id FROM left_document);

CREATE OR REPLACE TEMP TABLE replaced_document AS
SELECT document_id, left_run_id
FROM document
WHERE (
    source_file_id IN (SELECT source_file_id FROM read_file)
    AND document_id NOT IN (SELECT document_id FROM left_document)
    AND document_id NOT IN (SELECT document_id FROM kept_document)
)
   OR document_id IN (SELECT document_id FROM read_document);
