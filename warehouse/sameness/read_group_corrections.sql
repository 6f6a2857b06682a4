SELECT relation, text_a, text_b FROM near_tie ORDER BY correction_no, text_a, text_b;
