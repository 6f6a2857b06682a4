-- Corrections in the order of their text, so that the same table always gives the same entities.
SELECT action, label, name, target
FROM entity_correction
ORDER BY action, label, name, target;
