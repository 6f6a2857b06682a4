-- Which stories are the largest?
SELECT
    coalesce(story.title, '(no headline)') AS title,
    count(*) AS articles,
    count(*) FILTER (WHERE publication.is_canonical) AS texts,
    story.article_count AS articles_in_all,
    story.first_date AS first_day,
    coalesce(string_agg(DISTINCT publication.outlet, ', ' ORDER BY publication.outlet), 'unknown')
        AS outlets,
    story_id
FROM publication
JOIN story_lifecycle AS story USING (story_id)
WHERE publication.first_run_id >= $first_run
  AND (publication.published_date >= $first_day OR $first_day IS NULL)
GROUP BY story_id, story.title, story.article_count, story.first_date
ORDER BY articles DESC, texts DESC, max(publication.published_date) DESC NULLS LAST, title, story_id
LIMIT 10;
