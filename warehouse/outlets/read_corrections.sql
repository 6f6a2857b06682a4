-- What people decided about names of outlets, the latest last.
SELECT name, outlet FROM outlet_correction ORDER BY decided_at, name;
