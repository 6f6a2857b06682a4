-- Fails (there is no such table) for a database without any schema change of newsmill. Nothing is
-- counted and no list of tables asked for: that would read every table of the database.
FROM main.migration LIMIT 0;
