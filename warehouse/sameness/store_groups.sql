-- near_label names for every regrouped text the text its group is gathered around.
DELETE FROM duplicate_group
WHERE article_id IN (SELECT article_id FROM near_change)
   OR text_key IN (SELECT text_key FROM near_label);

INSERT INTO duplicate_group BY NAME
SELECT member.article_id,
       min(member.article_id) OVER same AS duplicate_group_id,
       member.text_key,
       first_value(member.article_id) OVER ranked AS canonical_article_id,
       member.article_id = first_value(member.article_id) OVER ranked AS is_canonical,
       count(*) OVER same AS article_count
FROM (
    SELECT print.article_id, print.text_key, article.published_date, print.word_count,
           coalesce(label.hub::VARCHAR, print.article_id) AS gathered_by,
           label.hub IS NULL AS is_alone
    FROM fingerprint AS print
    LEFT JOIN near_label AS label ON label.text_key = print.text_key
    LEFT JOIN article ON article.article_id = print.article_id
    WHERE label.hub IS NOT NULL
       OR (print.text_key IS NULL AND print.article_id IN (SELECT article_id FROM near_change))
) AS member
WINDOW same AS (PARTITION BY is_alone, gathered_by),
       ranked AS (PARTITION BY is_alone, gathered_by
                  ORDER BY published_date NULLS LAST, word_count DESC, member.article_id
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING);
