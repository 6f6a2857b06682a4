-- Alarms of the groups that were regrouped (fresh_member, cluster_id), and of what has come.
DELETE FROM sameness_alarm
WHERE (subject = 'duplicate_group' AND subject_id IN (
          SELECT subject_id FROM former_member UNION ALL SELECT subject_id FROM cluster_id))
   OR (subject = 'article' AND subject_id IN (SELECT article_id FROM near_change))
   OR (subject = 'corpus' AND reason = 'wordless');

INSERT INTO sameness_alarm
SELECT 'duplicate_group', cluster_id.subject_id, 'large',
       count(*) || ' articles with ' || count(DISTINCT text_key) || ' different texts'
FROM fresh_member JOIN cluster_id USING (cluster)
GROUP BY cluster_id.subject_id
HAVING count(*) > getvariable('large_group_count');

CREATE OR REPLACE TEMP TABLE near_grouped_text AS
SELECT DISTINCT text_key, subject_id FROM fresh_member JOIN cluster_id USING (cluster)
WHERE text_key IS NOT NULL
QUALIFY count(*) OVER (PARTITION BY subject_id) > 2;

INSERT INTO sameness_alarm
SELECT 'duplicate_group', a.subject_id, 'loose',
       count(*) FILTER (pair.kind IS NULL) || ' of ' || count(*)
           || ' compared pairs of its texts are not the same text'
FROM text_pair AS pair
JOIN near_grouped_text AS a ON a.text_key = pair.text_a
JOIN near_grouped_text AS b ON b.text_key = pair.text_b AND b.subject_id = a.subject_id
GROUP BY a.subject_id
HAVING count(*) FILTER (pair.kind IS NULL) >= getvariable('loose_pair_count')
   AND count(*) FILTER (pair.kind IS NULL) > count(pair.kind);

INSERT INTO sameness_alarm
SELECT 'article', article_id, 'long', word_count || ' words'
FROM fingerprint SEMI JOIN near_change USING (article_id)
WHERE word_count >= getvariable('long_word_count');

INSERT INTO sameness_alarm
SELECT 'corpus', 'articles', 'wordless',
       count(*) || ' articles have fewer than 3 words in their body: they are compared with nothing'
FROM fingerprint WHERE text_key IS NULL
HAVING count(*) >= getvariable('wordless_article_count');

CREATE OR REPLACE TEMP TABLE near_common_text AS
SELECT text_key FROM (
    SELECT text_key, unnest(sample) >> 32 AS hash, len(sample) AS sample_count FROM near_new_print
    SEMI JOIN (FROM fresh_member QUALIFY count(*) OVER (PARTITION BY cluster) = 1) USING (text_key)
)
SEMI JOIN common_shingle USING (hash)
GROUP BY text_key HAVING count(*) >= any_value(sample_count) * getvariable('common_passage_share');

DELETE FROM sameness_alarm
WHERE subject = 'corpus' AND reason = 'common_passage'
  AND (SELECT count(*) FROM near_common_text) >= getvariable('common_text_count');

INSERT INTO sameness_alarm
SELECT 'corpus', 'articles', 'common_passage',
       count(*) || ' of ' || (SELECT count(*) FROM near_new_text)
           || ' new texts are no copies and consist largely of passages that many others share: these count for little'
FROM near_common_text
HAVING count(*) >= getvariable('common_text_count');
