-- Texts of the slice whose fingerprints are of another version; an empty one for gone articles.
SELECT article_id, coalesce(article.text, '') AS text
FROM stale_fingerprint LEFT JOIN article USING (article_id)
WHERE rank >= getvariable('slice_first') AND rank < getvariable('slice_behind')
ORDER BY article_id;
