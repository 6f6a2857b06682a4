-- Marts that stand in the database, with what they are; a name without either is gone already.
SELECT mart.name, CASE WHEN views.view_name IS NULL THEN 'TABLE' ELSE 'VIEW' END AS kind, sql_digest
FROM mart
LEFT JOIN (
    FROM duckdb_views() WHERE database_name = current_database() AND schema_name = current_schema()
) AS views ON views.view_name = mart.name
ORDER BY mart.name;
