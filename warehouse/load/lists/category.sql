DELETE FROM category;
INSERT INTO category BY NAME SELECT name AS category, definition FROM words;
