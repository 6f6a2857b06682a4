-- The corrections in force are those of `correction`, and no others.
DELETE FROM entity_correction;
INSERT INTO entity_correction BY NAME FROM correction;
