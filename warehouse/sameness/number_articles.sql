-- The articles worked on: by rising id they get rising numbers, the order of all that follows.
CREATE OR REPLACE TEMP TABLE story_article_no AS
SELECT article_id, (row_number() OVER (ORDER BY article_id) - 1)::INTEGER AS article_no,
       published_date, language, language_size
FROM story_term SEMI JOIN story_working USING (article_id)
JOIN (SELECT language, count(*) AS language_size FROM story_term GROUP BY language) USING (language);
