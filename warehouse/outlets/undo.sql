DELETE FROM outlet_correction WHERE name = $name RETURNING name;
