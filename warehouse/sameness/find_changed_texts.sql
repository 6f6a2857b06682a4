-- Which texts are new and which are gone, from the changed articles (near_change).
CREATE OR REPLACE TEMP TABLE near_known AS
SELECT article_id FROM duplicate_group SEMI JOIN near_change USING (article_id);

CREATE OR REPLACE TEMP TABLE near_old AS
SELECT article_id, text_key, duplicate_group_id FROM duplicate_group SEMI JOIN near_known USING (article_id);

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

-- Of copies one row is kept. Rows are looked up by the key of the text: a scan for many ids lets some
-- others pass everywhere, and then reads the long lists of the whole table.
CREATE OR REPLACE TEMP TABLE near_new_print AS
WITH found AS MATERIALIZED (
    SELECT article_id, text_key, sample, sketch, shingle_count
    FROM fingerprint SEMI JOIN near_new_text USING (text_key)
)
SELECT text_key, sample, sketch, shingle_count FROM found
SEMI JOIN (SELECT min(article_id) AS article_id FROM found GROUP BY text_key) USING (article_id);
