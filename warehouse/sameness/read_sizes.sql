SELECT text_key, any_value(shingle_count) AS shingle_count
FROM fingerprint SEMI JOIN near_reach USING (text_key) GROUP BY text_key ORDER BY text_key;
