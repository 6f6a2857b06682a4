-- Names as articles use them, with the entity each stands for.
SELECT label, name, entity_id
FROM entity_name
WHERE name = $word AND ($label IS NULL OR label = $label)
ORDER BY label;
