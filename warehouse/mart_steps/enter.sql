INSERT INTO mart VALUES ($name, $sql_digest);
