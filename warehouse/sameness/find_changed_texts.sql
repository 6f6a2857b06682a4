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

-- Of copies one row is read.
CREATE OR REPLACE TEMP TABLE near_new_article AS
SELECT min(article_id) AS article_id FROM fingerprint SEMI JOIN near_new_text USING (text_key)
GROUP BY text_key;

CREATE OR REPLACE TEMP TABLE near_new_print AS
SELECT print.text_key, print.sample, print.sketch, print.shingle_count
FROM near_new_article JOIN fingerprint AS print USING (article_id);
