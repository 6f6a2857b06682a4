DROP TABLE IF EXISTS search_word;
DROP TABLE search_new;
DROP TABLE search_gone;
