INSERT INTO mention BY NAME FROM staged;
