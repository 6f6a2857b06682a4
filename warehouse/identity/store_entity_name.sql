-- Rows that are no longer true go, rows that are new come, the rest stays untouched.
CREATE OR REPLACE TEMP TABLE gone_row AS FROM entity_name EXCEPT FROM new_entity_name;
DELETE FROM entity_name WHERE EXISTS (FROM gone_row WHERE gone_row IS NOT DISTINCT FROM entity_name);
INSERT INTO entity_name BY NAME (FROM new_entity_name EXCEPT FROM entity_name);
DROP TABLE gone_row;
