-- The names of outlets are those of `joined_name`, and no others.
DELETE FROM outlet_name;
INSERT INTO outlet_name BY NAME FROM joined_name;
