-- Fails (there is no such table) for a database that newsmill did not make.
SELECT 1 FROM main.migration, main.line LIMIT 0;
