-- Which texts are new and which are gone, from the changed articles (near_change).
CREATE OR REPLACE TEMP TABLE near_old AS
SELECT article_id, text_key, duplicate_group_id FROM duplicate_group SEMI JOIN near_change USING (article_id);

CREATE OR REPLACE TEMP TABLE near_now AS
SELECT article_id, text_key FROM fingerprint SEMI JOIN near_change USING (article_id);

CREATE OR REPLACE TEMP TABLE near_new_text AS
SELECT DISTINCT text_key FROM near_now ANTI JOIN duplicate_group USING (text_key)
WHERE text_key IS NOT NULL;

CREATE OR REPLACE TEMP TABLE near_gone_text AS
SELECT DISTINCT text_key FROM near_old ANTI JOIN fingerprint USING (text_key)
WHERE text_key IS NOT NULL;

CREATE OR REPLACE TEMP TABLE near_wanted_text AS FROM near_new_text;

CREATE OR REPLACE TEMP TABLE near_regroup AS
SELECT text_key FROM near_new_text
UNION ALL SELECT text_key FROM near_now
UNION ALL SELECT text_key FROM near_old
UNION ALL SELECT mate.text_key FROM duplicate_group AS mate
SEMI JOIN near_old USING (duplicate_group_id);

-- Lists are fetched by row number: a join by id would read those of all articles.
CREATE OR REPLACE TEMP TABLE near_new_row AS
SELECT min(rowid) AS row_no FROM fingerprint SEMI JOIN near_new_text USING (text_key)
GROUP BY text_key;

CREATE OR REPLACE TEMP TABLE near_new_print AS
SELECT print.text_key, print.sample, print.sketch, print.shingle_count
FROM near_new_row JOIN fingerprint AS print ON print.rowid = near_new_row.row_no;
