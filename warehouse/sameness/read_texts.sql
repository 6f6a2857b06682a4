-- One body for every text of a block of comparisons (near_block: text_key). Rows are fetched by their
-- row number: a join by id would read the bodies of all articles.
CREATE OR REPLACE TEMP TABLE near_block_row AS
SELECT print.text_key, any_value(article.rowid) AS row_no
FROM (
    SELECT text_key, min(article_id) AS article_id FROM fingerprint
    SEMI JOIN near_block USING (text_key) GROUP BY text_key
) AS print
JOIN article USING (article_id)
GROUP BY print.text_key;

SELECT block.text_key, article.text
FROM near_block_row AS block JOIN article ON article.rowid = block.row_no;
