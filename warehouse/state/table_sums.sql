-- Rows of what a report counts, one row per kind.
SELECT 'article' AS name, count(*) AS row_count FROM article
UNION ALL SELECT 'duplicate', count(*) FROM duplicate_group WHERE NOT is_canonical
UNION ALL SELECT 'story', count(DISTINCT story_id) FROM story_article
UNION ALL SELECT 'entity', count(*) FROM entity
UNION ALL SELECT 'mention', count(*) FROM mention
UNION ALL SELECT 'rejection', count(*)
FROM rejection JOIN source_file USING (source_file_id) WHERE status <> 'vanished';
