SELECT text_a, text_b, containment_a, containment_b
FROM text_pair WHERE kind IS NOT NULL ORDER BY text_a, text_b;
