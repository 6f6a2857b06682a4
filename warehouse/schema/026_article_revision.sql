-- What articles said before their files changed, and who wrote them, one row per author.

CREATE TABLE article_revision (
    article_id VARCHAR,
    run_id VARCHAR,
    replaced_run_id VARCHAR,
    title VARCHAR,
    author VARCHAR,
    text VARCHAR,
    word_count BIGINT,
    published_at TIMESTAMP,
    updated_at TIMESTAMP
);
COMMENT ON TABLE article_revision IS 'One row per former state of an article whose file changed, where title or text did: what it said until then. What was only cleaned in another way is in line_change.';
COMMENT ON COLUMN article_revision.article_id IS 'The article.';
COMMENT ON COLUMN article_revision.run_id IS 'Run that had loaded this state.';
COMMENT ON COLUMN article_revision.replaced_run_id IS 'Run that replaced it.';
COMMENT ON COLUMN article_revision.title IS 'Headline until then.';
COMMENT ON COLUMN article_revision.author IS 'Authors until then, joined by "; ".';
COMMENT ON COLUMN article_revision.text IS 'Clean text until then.';
COMMENT ON COLUMN article_revision.word_count IS 'Words of that text.';
COMMENT ON COLUMN article_revision.published_at IS 'Time of publication (UTC) as it was stated until then.';
COMMENT ON COLUMN article_revision.updated_at IS 'Time of the last update (UTC) as it was stated until then.';

CREATE VIEW article_change AS
WITH state AS (
    SELECT article_id, run_id, title, text, word_count FROM article
    SEMI JOIN article_revision USING (article_id)
    UNION ALL
    SELECT article_id, run_id, title, text, word_count FROM article_revision
),
compared AS (
    SELECT state.*,
        lag(state.run_id) OVER states AS former_run_id,
        lag(title) OVER states AS former_title,
        lag(text) OVER states AS former_text,
        lag(word_count) OVER states AS former_word_count
    FROM state JOIN run USING (run_id)
    WINDOW states AS (PARTITION BY article_id ORDER BY run.started_at)
)
SELECT
    article_id,
    run_id,
    former_run_id,
    former_title,
    title,
    former_word_count,
    word_count,
    list_filter(
        string_split(former_text, chr(10)), lambda paragraph: NOT list_contains(string_split(text, chr(10)), paragraph)
    ) AS removed_paragraphs,
    list_filter(
        string_split(text, chr(10)), lambda paragraph: NOT list_contains(string_split(former_text, chr(10)), paragraph)
    ) AS added_paragraphs
FROM compared
WHERE former_run_id IS NOT NULL;
COMMENT ON VIEW article_change IS 'What outlets changed in articles after these were read first: one row per article and run that found another title or text in its file.';
COMMENT ON COLUMN article_change.article_id IS 'The article.';
COMMENT ON COLUMN article_change.run_id IS 'Run that loaded the new state.';
COMMENT ON COLUMN article_change.former_run_id IS 'Run that had loaded the state before.';
COMMENT ON COLUMN article_change.former_title IS 'Headline before.';
COMMENT ON COLUMN article_change.title IS 'Headline since then.';
COMMENT ON COLUMN article_change.former_word_count IS 'Words of the text before.';
COMMENT ON COLUMN article_change.word_count IS 'Words of the text since then.';
COMMENT ON COLUMN article_change.removed_paragraphs IS 'Paragraphs that are gone, in their order; one with any other word counts as gone and added.';
COMMENT ON COLUMN article_change.added_paragraphs IS 'Paragraphs that are new, in their order.';

CREATE VIEW article_author AS
SELECT article_id, normal_value AS author, field = 'author_organisation' AS is_organisation
FROM metadatum
WHERE field IN ('author', 'author_organisation') AND is_chosen;
COMMENT ON VIEW article_author IS 'Who wrote what: one row per article and author, to be joined and counted; article.author has them in one text.';
COMMENT ON COLUMN article_author.article_id IS 'The article.';
COMMENT ON COLUMN article_author.author IS 'Name of the person or organisation.';
COMMENT ON COLUMN article_author.is_organisation IS 'True for agencies and the like (article.author_organisation).';
