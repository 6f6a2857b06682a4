INSERT INTO story_term BY NAME FROM story_term_rows;
