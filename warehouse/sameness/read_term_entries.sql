-- Stems of the numbered articles: their counts, and how many articles of the language hold them.
SELECT entry.article_no, entry.stem, entry.count, story_stem.article_count
FROM (
    SELECT article_no, language, unnest(stems) AS stem, unnest(counts) AS count
    FROM story_term JOIN story_article_no USING (article_id, language)
) AS entry
JOIN story_stem USING (language, stem)
ORDER BY entry.article_no, entry.stem;
