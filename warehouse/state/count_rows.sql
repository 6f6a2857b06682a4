-- Rows of the table that $name names.
SELECT count(*) FROM query_table($name);
