-- search_lost: words of what is gone, which may be those of no article now (prune.sql).
CREATE OR REPLACE TEMP TABLE search_lost AS
SELECT DISTINCT term_no FROM search_posting WHERE article_no IN (SELECT article_no FROM search_gone);

DELETE FROM search_posting WHERE article_no IN (SELECT article_no FROM search_gone);
DELETE FROM search_article WHERE article_no IN (SELECT article_no FROM search_gone);
