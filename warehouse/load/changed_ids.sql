SELECT article_id FROM article WHERE run_id = (SELECT run_id FROM this_run) ORDER BY article_id;
