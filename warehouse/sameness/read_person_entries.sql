SELECT article_no, person, count(*) OVER (PARTITION BY person) AS article_count
FROM (SELECT article_no, unnest(persons) AS person
      FROM story_term JOIN story_article_no USING (article_id))
ORDER BY article_no, person;
