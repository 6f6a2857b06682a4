-- How many articles go and come, and the number of the first that comes.
SELECT
    (SELECT count(*) FROM search_gone) AS gone_count,
    (SELECT count(*) FROM search_new) AS new_count,
    (SELECT coalesce(min(article_no), 0) FROM search_new) AS first_no;
