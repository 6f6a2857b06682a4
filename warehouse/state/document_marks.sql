-- Articles in files that hold many, of these files ($paths), with a mark of what each was read as: that
-- of flows/documents/known.py. Not those that another version of newsmill has read.
SELECT
    file.path,
    list(left(sha256(concat_ws(
        chr(0), document.place, document.format, coalesce(document.encoding, ''),
        document.raw_sha256, coalesce(document.reading, '')
    )), 16)) AS marks
FROM document
JOIN source_file AS file USING (source_file_id)
SEMI JOIN article USING (document_id)
JOIN run ON run.run_id = document.run_id
WHERE file.path IN (SELECT unnest($paths))
  AND document.place <> ''
  AND document.left_run_id IS NULL
  AND run.newsmill_version = $version
  AND document.cleaner_version = $cleaner_version
GROUP BY file.path;
