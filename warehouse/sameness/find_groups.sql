-- near_label names for every regrouped text the text its group is gathered around.
CREATE OR REPLACE TEMP TABLE former_member AS
SELECT article_id, duplicate_group_id AS subject_id FROM near_old
UNION
SELECT article_id, duplicate_group_id FROM duplicate_group SEMI JOIN near_label USING (text_key);

CREATE OR REPLACE TEMP TABLE near_print AS
SELECT print.article_id, print.text_key, print.word_count, 'text ' || label.hub AS cluster
FROM fingerprint AS print JOIN near_label AS label ON label.text_key = print.text_key
UNION ALL
SELECT article_id, text_key, word_count, 'article ' || article_id
FROM fingerprint SEMI JOIN near_change USING (article_id) WHERE text_key IS NULL;

CREATE OR REPLACE TEMP TABLE fresh_member AS
SELECT print.*, article.published_date, article.outlet
FROM near_print AS print LEFT JOIN article USING (article_id);

-- For stories: articles whose canonical copy may be another one now.
CREATE OR REPLACE TEMP TABLE near_regrouped AS
SELECT article_id FROM former_member UNION SELECT article_id FROM fresh_member;
