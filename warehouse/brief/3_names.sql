-- Who is in the news?
SELECT
    entity.name,
    entity.label,
    -- in a headline, or more than once: a network where somebody wrote so is named once
    count(DISTINCT publication.story_id) FILTER (
        WHERE appearance.is_in_title OR appearance.mention_count > 1
    ) AS stories_about,
    count(DISTINCT publication.story_id) AS stories,
    count(*) AS texts,
    count(*) FILTER (WHERE appearance.is_in_title) AS in_headlines
FROM publication
JOIN appearance USING (article_id)
JOIN entity USING (entity_id)
WHERE publication.first_run_id >= $first_run
  AND (publication.published_date >= $first_day OR $first_day IS NULL)
  AND publication.is_canonical AND entity.label IN ('PERSON', 'ORG')
GROUP BY entity_id, entity.name, entity.label
-- John without another name is somebody else in each article, unless a headline knows him
HAVING entity.label <> 'PERSON' OR bool_or(appearance.is_in_title)
    OR NOT regexp_full_match(entity.name, '[\p{Latin}\p{Cyrillic}\p{Greek}\p{M}.''’-]+')
ORDER BY stories_about DESC, stories DESC, texts DESC, in_headlines DESC, name, label
LIMIT 10;
