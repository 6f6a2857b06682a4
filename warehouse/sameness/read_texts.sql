-- One body for every text of a block of comparisons (near_block: text_key).
SELECT print.text_key, any_value(article.text) AS text
FROM (
    SELECT text_key, min(article_id) AS article_id FROM fingerprint
    SEMI JOIN near_block USING (text_key) GROUP BY text_key
) AS print
JOIN article USING (article_id)
GROUP BY print.text_key;
