-- The words of the articles with numbers from $first_no to $last_no.
CREATE OR REPLACE TEMP TABLE search_word AS
SELECT article_no, term, sum(weight) AS weight
FROM (
    SELECT article_no, unnest(search_words(title)) AS term, 3 AS weight  -- says what it is about
    FROM search_new JOIN article USING (article_id)
    WHERE article_no BETWEEN $first_no AND $last_no
    UNION ALL
    SELECT article_no, unnest(search_words(text)), 1
    FROM search_new JOIN article USING (article_id)
    WHERE article_no BETWEEN $first_no AND $last_no
)
WHERE length(term) <= 64
GROUP BY article_no, term;
