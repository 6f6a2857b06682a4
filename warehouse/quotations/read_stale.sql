-- Their bodies, names and raw lines: a slice of them.
WITH wanted AS (
    SELECT article_id FROM stale_quoting WHERE rank >= $first AND rank < $behind
)
SELECT article.article_id, coalesce(article.text, '') AS text, article.language, lines.lines, names.names
FROM article SEMI JOIN wanted USING (article_id)
LEFT JOIN (
    SELECT document_id AS article_id,
        list((line_no, start_offset, end_offset, verdict, text, line_ending) ORDER BY line_no) AS lines
    FROM line WHERE document_id IN (FROM wanted)
    GROUP BY document_id
) AS lines ON lines.article_id = article.article_id
LEFT JOIN (
    SELECT article_id,
        list((start_offset, end_offset, label, text, name) ORDER BY start_offset) AS names
    FROM mention WHERE field = 'body' AND article_id IN (FROM wanted)
    GROUP BY article_id
) AS names ON names.article_id = article.article_id
ORDER BY article.article_id;
