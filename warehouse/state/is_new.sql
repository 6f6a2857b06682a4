-- True for a database without any schema change of newsmill.
SELECT count(*) = 0 FROM duckdb_tables() WHERE table_name = 'migration' AND NOT internal;
