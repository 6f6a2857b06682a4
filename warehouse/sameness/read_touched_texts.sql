SELECT DISTINCT text_key FROM near_regroup WHERE text_key IS NOT NULL;
