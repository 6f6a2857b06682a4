-- Rows that are no longer true go, rows that are new come, the rest stays untouched.
CREATE OR REPLACE TEMP TABLE gone_row AS FROM entity_doubt EXCEPT FROM new_entity_doubt;
DELETE FROM entity_doubt WHERE EXISTS (FROM gone_row WHERE gone_row IS NOT DISTINCT FROM entity_doubt);
INSERT INTO entity_doubt BY NAME (FROM new_entity_doubt EXCEPT FROM entity_doubt);
DROP TABLE gone_row;
