-- One row for each id; the tables carry no key, so that loading stays quick.
SELECT 'source_file' AS table_name, source_file_id AS id FROM source_file GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'document', document_id FROM document GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'article', article_id FROM article GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'run', run_id FROM run GROUP BY ALL HAVING count(*) > 1;
