INSERT INTO quotation BY NAME FROM staged;
