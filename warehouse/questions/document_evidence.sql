-- How each fact in the row of an article is known, and where it is stated; lines count from 1.
SELECT
    CASE field WHEN 'published_at' THEN 'published_date' ELSE field END AS fact,
    string_agg(DISTINCT told, ', ' ORDER BY told) AS evidence
FROM (
    SELECT *, method || coalesce(' ' || (line_no + 1), '') || coalesce(' ' || source_field, '')
        || coalesce(' as in ' || support_count || ' documents', '') AS told
    FROM metadatum
)
WHERE article_id = $document_id AND is_chosen
GROUP BY field;
