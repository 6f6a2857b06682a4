-- True for a database that newsmill made.
SELECT count(*) = 2 FROM duckdb_tables() WHERE table_name IN ('migration', 'line');
