-- The row of the run, with what its loading has left: articles, and refusals that are in force.
INSERT INTO run BY NAME
SELECT
    finished.*,
    (SELECT count(*) FROM article) AS article_count,
    (
        SELECT count(*) FROM rejection SEMI JOIN source_file ON
        source_file.source_file_id = rejection.source_file_id AND source_file.status <> 'vanished'
    ) AS rejection_count
FROM finished_run AS finished;
