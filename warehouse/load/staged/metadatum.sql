INSERT INTO metadatum BY NAME FROM staged;
