-- What was taken out of the texts of each outlet, and by which rule?
-- One row per outlet and reason; documents without an article or outlet stand under NULL.
-- Grain: outlet, verdict, category, rule
CREATE OR REPLACE TABLE removed_lines AS
WITH outlet_of AS (
    SELECT document.document_id, publication.outlet,
        count(*) OVER (PARTITION BY publication.outlet) AS outlet_document_count
    FROM document
    LEFT JOIN publication ON publication.article_id = document.document_id
)
SELECT
    outlet_of.outlet,
    removal.verdict,
    removal.category,
    removal.rule,
    count(*) AS document_count,
    sum(removal.line_count)::BIGINT AS line_count,
    sum(removal.char_count)::BIGINT AS char_count,
    -- rounded, so that the order in which scores are added up cannot show
    round(sum(removal.score_sum) / sum(removal.line_count), 4) AS mean_score,
    count(*) / any_value(outlet_of.outlet_document_count) AS document_share
FROM removal
JOIN outlet_of USING (document_id)
GROUP BY outlet_of.outlet, removal.verdict, removal.category, removal.rule;

COMMENT ON TABLE removed_lines IS 'What was taken out, by outlet: one row per outlet and reason. The lines themselves are in removed_line.';
COMMENT ON COLUMN removed_lines.outlet IS 'The outlet; NULL when not known, or when nothing was left to be an article.';
COMMENT ON COLUMN removed_lines.verdict IS 'drop, or move when the line went into a metadata column.';
COMMENT ON COLUMN removed_lines.category IS 'Why the lines left the body.';
COMMENT ON COLUMN removed_lines.rule IS 'Rule or model that decided.';
COMMENT ON COLUMN removed_lines.document_count IS 'Documents with such a line.';
COMMENT ON COLUMN removed_lines.line_count IS 'Lines.';
COMMENT ON COLUMN removed_lines.char_count IS 'Characters in these lines.';
COMMENT ON COLUMN removed_lines.mean_score IS 'Mean of their scores, 0 to 1.';
COMMENT ON COLUMN removed_lines.document_share IS 'document_count divided by all documents of the outlet, 0 to 1.';
