-- Words that may stand in a question: word, kind, owner (the table of a column), comment.
SELECT column_name AS word, 'column' AS kind, table_name AS owner, coalesce(comment, '') AS comment
FROM duckdb_columns()
WHERE database_name = current_database() AND schema_name = 'main' AND NOT internal
UNION ALL
SELECT table_name, 'table', '', coalesce(comment, '') FROM duckdb_tables()
WHERE database_name = current_database() AND schema_name = 'main' AND NOT internal
UNION ALL
SELECT view_name, 'view', '', coalesce(comment, '') FROM duckdb_views()
WHERE database_name = current_database() AND schema_name = 'main' AND NOT internal
UNION ALL
SELECT function_name, 'macro', '', coalesce(comment, '') FROM duckdb_functions()
WHERE database_name = current_database() AND schema_name = 'main' AND NOT internal
  AND function_type IN ('macro', 'table_macro')
UNION ALL
SELECT upper(keyword_name), 'keyword', '', '' FROM duckdb_keywords()
WHERE keyword_category <> 'unreserved'
   OR keyword_name IN ('by', 'over', 'partition', 'range', 'rows', 'filter', 'exclude', 'values')
UNION ALL
SELECT DISTINCT function_name, 'function', '', '' FROM duckdb_functions()
WHERE internal AND regexp_full_match(function_name, '[a-z][a-z0-9_]+')
  AND function_type IN ('scalar', 'aggregate', 'macro', 'table')
ORDER BY ALL;
