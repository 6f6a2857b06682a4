DELETE FROM search_posting WHERE article_no IN (SELECT article_no FROM search_gone);
DELETE FROM search_article WHERE article_no IN (SELECT article_no FROM search_gone);
