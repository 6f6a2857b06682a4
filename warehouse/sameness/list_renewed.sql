SELECT article_id FROM near_renewed ORDER BY article_id;
