-- Rows that are no longer true go, rows that are new come, the rest stays untouched.
CREATE OR REPLACE TEMP TABLE gone_row AS FROM entity EXCEPT FROM new_entity;
DELETE FROM entity WHERE EXISTS (FROM gone_row WHERE gone_row IS NOT DISTINCT FROM entity);
INSERT INTO entity BY NAME (FROM new_entity EXCEPT FROM entity);
DROP TABLE gone_row;
