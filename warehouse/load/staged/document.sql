INSERT INTO document BY NAME FROM staged;
