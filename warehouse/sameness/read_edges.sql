SELECT text_a, text_b, containment_a, containment_b
FROM text_pair WHERE kind IS NOT NULL AND text_a IN (SELECT text_key FROM near_reach)
ORDER BY text_a, text_b;
