INSERT INTO metonym BY NAME FROM staged;
