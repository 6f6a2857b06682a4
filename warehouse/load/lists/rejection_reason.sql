DELETE FROM rejection_reason;
INSERT INTO rejection_reason BY NAME SELECT name AS reason, definition FROM words;
