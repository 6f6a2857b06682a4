-- Whether there are articles, and whether marts were ever built from them.
SELECT
    EXISTS (FROM article) AS has_articles,
    EXISTS (FROM duckdb_tables() WHERE table_name = 'mart' AND NOT internal) AS has_marts;
