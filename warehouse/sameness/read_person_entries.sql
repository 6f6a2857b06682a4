-- Persons of the numbered articles, as numbers, each with the articles that name it.
SELECT article_no, dense_rank() OVER (ORDER BY person) AS person_no,
       count(*) OVER (PARTITION BY person) AS article_count
FROM (SELECT article_no, unnest(persons) AS person
      FROM story_term JOIN story_article_no USING (article_id))
ORDER BY article_no, person_no;
