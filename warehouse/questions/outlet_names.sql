-- Outlets that have several names, or about which a person decided; one row per name.
SELECT
    known.outlet,
    known.name,
    known.evidence,
    correction.decided_at
FROM outlet_name AS known
LEFT JOIN outlet_correction AS correction ON correction.name = known.name
WHERE known.evidence IS NOT NULL OR correction.name IS NOT NULL
ORDER BY lower(known.outlet), known.name <> known.outlet, known.name;
