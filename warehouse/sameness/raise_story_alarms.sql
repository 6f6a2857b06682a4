-- Stories that are suspiciously large, told anew for those that changed.
DELETE FROM sameness_alarm
WHERE subject = 'story' AND subject_id IN (
    SELECT subject_id FROM former_member UNION ALL SELECT subject_id FROM cluster_id);

INSERT INTO sameness_alarm
SELECT 'story', cluster_id.subject_id, 'large',
       count(*) || ' articles with ' || count(DISTINCT canonical_article_id) || ' different texts'
FROM fresh_member JOIN cluster_id USING (cluster)
GROUP BY cluster_id.subject_id
HAVING count(*) > getvariable('large_story_count');
