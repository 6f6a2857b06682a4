-- Views over the ledger that people ask for by name.

CREATE VIEW document_text AS
SELECT document_id, string_agg(text || line_ending, '' ORDER BY line_no) AS raw_text
FROM line
GROUP BY document_id;
COMMENT ON VIEW document_text IS 'The raw text of every document, rebuilt from its lines.';
COMMENT ON COLUMN document_text.document_id IS 'The document.';
COMMENT ON COLUMN document_text.raw_text IS 'Its raw text, as it was read from the file.';

CREATE VIEW removed_line AS
SELECT file.path, line.line_no, line.verdict, line.category, line.rule, line.score, line.text
FROM line
JOIN document USING (document_id)
JOIN source_file AS file USING (source_file_id)
WHERE line.verdict <> 'keep';
COMMENT ON VIEW removed_line IS 'Every line that left a body, with its file and its reason.';
COMMENT ON COLUMN removed_line.path IS 'The file, below the corpus folder.';
COMMENT ON COLUMN removed_line.line_no IS 'Position in the document, from 0.';
COMMENT ON COLUMN removed_line.verdict IS 'drop, or move when it went into a metadata column.';
COMMENT ON COLUMN removed_line.category IS 'Why it left the body.';
COMMENT ON COLUMN removed_line.rule IS 'Name of the rule or model that decided.';
COMMENT ON COLUMN removed_line.score IS 'How sure the cleaner is, 0 to 1.';
COMMENT ON COLUMN removed_line.text IS 'The line.';

CREATE VIEW story AS
SELECT
    membership.story_id,
    any_value(article.title) FILTER (WHERE membership.is_representative) AS title,
    any_value(membership.representative_article_id) AS representative_article_id,
    count(*) AS article_count,
    count(DISTINCT membership.canonical_article_id) AS text_count,
    count(DISTINCT article.outlet) AS outlet_count,
    min(article.published_date) AS first_date,
    max(article.published_date) AS last_date,
    count(*) FILTER (WHERE article.published_date IS NULL) AS undated_count
FROM story_article AS membership
JOIN article USING (article_id)
GROUP BY membership.story_id;
COMMENT ON VIEW story IS 'One row per story: an event, told by one article or more.';
COMMENT ON COLUMN story.story_id IS 'The story.';
COMMENT ON COLUMN story.title IS 'Title of the representative article.';
COMMENT ON COLUMN story.representative_article_id IS 'The article that is most like the others.';
COMMENT ON COLUMN story.article_count IS 'Articles that tell it, copies counted.';
COMMENT ON COLUMN story.text_count IS 'Different texts that tell it: copies of one text count once.';
COMMENT ON COLUMN story.outlet_count IS 'Outlets that are known to tell it.';
COMMENT ON COLUMN story.first_date IS 'Earliest stated day of publication; NULL when no article states one.';
COMMENT ON COLUMN story.last_date IS 'Latest stated day of publication; NULL when no article states one.';
COMMENT ON COLUMN story.undated_count IS 'Articles that state no day of publication.';
