-- How good was what each run loaded?
-- One row per run, also for runs whose documents were all replaced later.
-- Grain: run_id
CREATE OR REPLACE TABLE run_quality AS
WITH removed AS (
    SELECT document.run_id, sum(removal.line_count) AS removed_line_count
    FROM removal JOIN document USING (document_id)
    GROUP BY document.run_id
),
documents AS (
    SELECT
        document.run_id,
        count(*) AS document_count,
        count(article.article_id) AS article_count,
        count(*) FILTER (WHERE article.article_id IS NULL) AS no_body_count,
        count(article.article_id) FILTER (WHERE article.title IS NULL) AS untitled_count,
        count(article.article_id) FILTER (WHERE article.outlet IS NULL) AS no_outlet_count,
        count(article.article_id) FILTER (WHERE article.published_date IS NULL) AS undated_count,
        avg(article.word_count) AS mean_word_count,
        sum(document.line_count) AS line_count
    FROM document
    LEFT JOIN article ON article.article_id = document.document_id
    GROUP BY document.run_id
),
refused AS (
    SELECT run_id, count(*) AS rejection_count
    FROM rejection JOIN source_file USING (source_file_id)
    WHERE source_file.status <> 'vanished' -- what lay in a container waits for its return
    GROUP BY run_id
)
SELECT
    run.run_id,
    run.started_at,
    epoch(run.finished_at - run.started_at) AS seconds,
    run.loaded_count,
    run.quarantined_count,
    coalesce(documents.document_count, 0) AS document_count,
    coalesce(documents.article_count, 0) AS article_count,
    coalesce(documents.no_body_count, 0) AS no_body_count,
    coalesce(documents.untitled_count, 0) AS untitled_count,
    coalesce(documents.no_outlet_count, 0) AS no_outlet_count,
    coalesce(documents.undated_count, 0) AS undated_count,
    documents.mean_word_count,
    (CASE WHEN documents.line_count > 0
          THEN coalesce(removed.removed_line_count, 0) / documents.line_count END)::DOUBLE
        AS removed_line_share,
    coalesce(refused.rejection_count, 0) AS rejection_count
FROM run
LEFT JOIN documents USING (run_id)
LEFT JOIN removed USING (run_id)
LEFT JOIN refused USING (run_id)
ORDER BY run.run_id;

COMMENT ON TABLE run_quality IS 'How good was what each run loaded: one row per run, counted on what still stands.';
COMMENT ON COLUMN run_quality.run_id IS 'The run.';
COMMENT ON COLUMN run_quality.started_at IS 'When it began (UTC).';
COMMENT ON COLUMN run_quality.seconds IS 'How long it took; marts and checks, which follow, are not counted.';
COMMENT ON COLUMN run_quality.loaded_count IS 'Files it read into articles.';
COMMENT ON COLUMN run_quality.quarantined_count IS 'Files it could not read into an article.';
COMMENT ON COLUMN run_quality.document_count IS 'Documents it loaded that no later run has replaced.';
COMMENT ON COLUMN run_quality.article_count IS 'Articles among them.';
COMMENT ON COLUMN run_quality.no_body_count IS 'Documents of which nothing was left, or that are no articles.';
COMMENT ON COLUMN run_quality.untitled_count IS 'Articles without a title.';
COMMENT ON COLUMN run_quality.no_outlet_count IS 'Articles whose outlet is not known.';
COMMENT ON COLUMN run_quality.undated_count IS 'Articles that state no day of publication.';
COMMENT ON COLUMN run_quality.mean_word_count IS 'Mean words per body; NULL without articles.';
COMMENT ON COLUMN run_quality.removed_line_share IS 'Lines that left the bodies divided by all raw lines, 0 to 1; NULL without documents.';
COMMENT ON COLUMN run_quality.rejection_count IS 'Rejections of this run that are still in force.';
