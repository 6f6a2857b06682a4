-- Articles by rising id get rising numbers: the order of everything that follows.
CREATE OR REPLACE TEMP TABLE story_article_no AS
SELECT article_id, (row_number() OVER (ORDER BY article_id) - 1)::INTEGER AS article_no,
       len(persons) AS person_count, published_date
FROM story_term;
