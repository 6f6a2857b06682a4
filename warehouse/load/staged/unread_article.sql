INSERT INTO unread_article BY NAME FROM staged;
