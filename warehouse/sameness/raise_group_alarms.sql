DELETE FROM sameness_alarm WHERE subject = 'duplicate_group';

INSERT INTO sameness_alarm
SELECT 'duplicate_group', duplicate_group_id, 'large',
       count(*) || ' articles with ' || count(DISTINCT text_key) || ' different texts'
FROM duplicate_group GROUP BY duplicate_group_id
HAVING count(*) > getvariable('large_group_count');
