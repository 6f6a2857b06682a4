INSERT INTO run BY NAME
SELECT
    finished.*,
    (SELECT count(*) FROM article) AS article_count,
    (SELECT count(*) FROM rejection) AS rejection_count
FROM finished_run AS finished;
