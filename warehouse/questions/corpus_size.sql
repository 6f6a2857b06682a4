-- Canonical articles among which stories are found.
SELECT count(*) AS article_count FROM story_term;
