-- near_label names for every regrouped text the text its group is gathered around.
CREATE OR REPLACE TEMP TABLE former_member AS
SELECT article_id, duplicate_group_id AS subject_id FROM duplicate_group
WHERE article_id IN (SELECT article_id FROM near_change)
   OR text_key IN (SELECT text_key FROM near_label);

CREATE OR REPLACE TEMP TABLE fresh_member AS
SELECT print.article_id, print.text_key, print.word_count, article.published_date, article.outlet,
       coalesce('text ' || label.hub, 'article ' || print.article_id) AS cluster
FROM fingerprint AS print
LEFT JOIN near_label AS label ON label.text_key = print.text_key
LEFT JOIN article ON article.article_id = print.article_id
WHERE label.hub IS NOT NULL
   OR (print.text_key IS NULL AND print.article_id IN (SELECT article_id FROM near_change));
