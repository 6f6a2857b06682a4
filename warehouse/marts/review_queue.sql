-- What should a person look at, and with which command?
-- One row per uncertain line, doubtful group of copies or story, and ambiguous name. A line is
-- uncertain when the cleaner says so; for lines from before it did, when the score lies near 0.5.
-- Grain: subject, subject_id, reason
CREATE OR REPLACE VIEW review_queue AS
WITH doubtful AS (
    SELECT
        'line' AS subject,
        line.document_id || ':' || line.line_no AS subject_id,
        CASE line.verdict WHEN 'keep' THEN 'kept in doubt' ELSE 'removed in doubt' END AS reason,
        coalesce(line.category || ', ', '') || line.rule || ': ' || left(line.text, 200) AS detail,
        1 - 2 * abs(line.score - 0.5) AS doubt_score,
        line.document_id AS article_id,
        length(regexp_extract_all(line.text, '\S+')) AS word_count,
        'explain' AS command,
        line.document_id AS asked
    FROM line
    WHERE coalesce(line.review, line.score BETWEEN 0.3 AND 0.7)
    UNION ALL
    SELECT
        subject, subject_id, reason, string_agg(detail, '; ' ORDER BY detail), 1,
        CASE subject WHEN 'article' THEN subject_id END, NULL,
        CASE subject WHEN 'article' THEN 'explain' ELSE 'sql' END,
        CASE subject
            WHEN 'article' THEN subject_id
            WHEN 'corpus' THEN 'FROM sameness_alarm WHERE subject = ''corpus'''
            ELSE 'SELECT article_id, title FROM '
                || CASE subject WHEN 'story' THEN 'story_article' ELSE 'duplicate_group' END
                || ' JOIN article USING (article_id) WHERE ' || subject || '_id = ''' || subject_id
                || ''''
        END
    FROM sameness_alarm
    GROUP BY subject, subject_id, reason
    UNION ALL
    SELECT
        'article', article_id, 'text is cut',
        'its source leaves out ' || value || ' characters', 1, article_id, NULL, 'explain', article_id
    FROM metadatum WHERE field = 'missing_characters'
    UNION ALL
    SELECT
        'name', doubt.label || ':' || doubt.name, 'ambiguous',
        doubt.name || ' may be ' || string_agg(DISTINCT entity.name, ', ' ORDER BY entity.name),
        1, NULL, NULL, 'search', doubt.name
    FROM entity_doubt AS doubt
    JOIN entity ON entity.entity_id = doubt.candidate_id
    GROUP BY doubt.label, doubt.name
)
SELECT
    doubtful.subject,
    doubtful.subject_id,
    doubtful.reason,
    doubtful.detail,
    doubtful.doubt_score,
    doubtful.article_id,
    article.title,
    doubtful.word_count,
    'newsmill ' || command || ' ''' || replace(asked, '''', '''\''''') || '''' AS look
FROM doubtful
LEFT JOIN article ON article.article_id = doubtful.article_id;

COMMENT ON VIEW review_queue IS 'What a person should look at: uncertain lines, doubtful groups of copies and stories, ambiguous names, each with the command that shows it.';
COMMENT ON COLUMN review_queue.subject IS 'line, duplicate_group, story, article, corpus or name.';
COMMENT ON COLUMN review_queue.subject_id IS 'document_id:line_no of a line, id of a group, story or article, articles for the corpus, label:name of a name.';
COMMENT ON COLUMN review_queue.reason IS 'Why it is doubtful.';
COMMENT ON COLUMN review_queue.detail IS 'What was found.';
COMMENT ON COLUMN review_queue.doubt_score IS '1 where nothing speaks for either side, towards 0 where a decision is sure.';
COMMENT ON COLUMN review_queue.article_id IS 'Article (document) of a line; NULL for groups, stories and names.';
COMMENT ON COLUMN review_queue.title IS 'Headline of that article.';
COMMENT ON COLUMN review_queue.word_count IS 'Words of a line, which is what is at stake; NULL for the others.';
COMMENT ON COLUMN review_queue.look IS 'Command that shows the case; what settles it is told by newsmill story, group and entity --help.';
