INSERT INTO article BY NAME FROM staged;
