-- What should a person look at?
-- One row per uncertain line, doubtful group of copies or story, and ambiguous name. A line is
-- uncertain when the cleaner says so; for lines from before it did, when the score lies near 0.5.
-- Grain: subject, subject_id, reason
CREATE OR REPLACE VIEW review_queue AS
SELECT
    'line' AS subject,
    line.document_id || ':' || line.line_no AS subject_id,
    CASE line.verdict WHEN 'keep' THEN 'kept in doubt' ELSE 'removed in doubt' END AS reason,
    coalesce(line.category || ', ', '') || line.rule || ': ' || left(line.text, 200) AS detail,
    1 - 2 * abs(line.score - 0.5) AS doubt_score,
    line.document_id AS article_id
FROM line
WHERE coalesce(line.review, line.score BETWEEN 0.3 AND 0.7)
UNION ALL
SELECT subject, subject_id, reason, string_agg(detail, '; ' ORDER BY detail), 1, NULL
FROM sameness_alarm
GROUP BY subject, subject_id, reason
UNION ALL
SELECT
    'name', doubt.label || ':' || doubt.name, 'ambiguous',
    doubt.name || ' may be ' || string_agg(DISTINCT entity.name, ', ' ORDER BY entity.name),
    1, NULL
FROM entity_doubt AS doubt
JOIN entity ON entity.entity_id = doubt.candidate_id
GROUP BY doubt.label, doubt.name;

COMMENT ON VIEW review_queue IS 'What a person should look at: uncertain lines, doubtful groups of copies and stories, ambiguous names.';
COMMENT ON COLUMN review_queue.subject IS 'line, duplicate_group, story, article, corpus or name.';
COMMENT ON COLUMN review_queue.subject_id IS 'document_id:line_no of a line, id of a group, story or article, articles for the corpus, label:name of a name.';
COMMENT ON COLUMN review_queue.reason IS 'Why it is doubtful.';
COMMENT ON COLUMN review_queue.detail IS 'What was found.';
COMMENT ON COLUMN review_queue.doubt_score IS '1 where nothing speaks for either side, towards 0 where a decision is sure.';
COMMENT ON COLUMN review_queue.article_id IS 'Article (document) of a line; NULL for the others.';
