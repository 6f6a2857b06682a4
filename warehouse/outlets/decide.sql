INSERT INTO outlet_correction (name, outlet, decided_at) VALUES ($name, $outlet, $decided_at);
