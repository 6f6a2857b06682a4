INSERT INTO sameness_correction BY NAME FROM new_correction;
