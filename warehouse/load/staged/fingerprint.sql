INSERT INTO fingerprint BY NAME FROM staged;
