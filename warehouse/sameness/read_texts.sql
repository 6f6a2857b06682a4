-- One body for every text of a block of comparisons (near_block: text_key). Articles are joined by id,
-- never by rowid: DuckDB 2.0.0 loses rows of such a join where this transaction has written a row and
-- taken it out again, as it does with articles that are cleaned a second time.
CREATE OR REPLACE TEMP TABLE near_block_article AS
SELECT text_key, min(article_id) AS article_id FROM fingerprint
SEMI JOIN near_block USING (text_key) GROUP BY text_key;

SELECT block.text_key, article.text
FROM near_block_article AS block JOIN article USING (article_id);
