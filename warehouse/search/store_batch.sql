-- The words of a batch of articles: terms that are new, postings, and the articles themselves.
INSERT INTO search_term BY NAME
SELECT
    term,
    (row_number() OVER (ORDER BY term)
        + (SELECT coalesce(max(term_no), 0) FROM search_term))::INTEGER AS term_no
FROM (SELECT DISTINCT term FROM search_word ANTI JOIN search_term USING (term));

-- In the order of the words, so that a search reads few row groups.
INSERT INTO search_posting BY NAME
SELECT term_no, article_no, least(weight, 65535)::USMALLINT AS weight
FROM search_word JOIN search_term USING (term)
ORDER BY term_no, article_no;

INSERT INTO search_article BY NAME
SELECT article.article_id, new.article_no, coalesce(words.word_weight, 0)::BIGINT AS word_weight,
    article.run_id
FROM search_new AS new
JOIN article USING (article_id)
LEFT JOIN (
    SELECT article_no, sum(weight) AS word_weight FROM search_word GROUP BY article_no
) AS words USING (article_no)
WHERE new.article_no BETWEEN $first_no AND $last_no;
