-- story_read: canonical articles whose terms have to be read (again).
DELETE FROM story_term
WHERE article_id IN (SELECT article_id FROM near_change)
   OR article_id NOT IN (SELECT article_id FROM duplicate_group WHERE is_canonical);

CREATE OR REPLACE TEMP TABLE story_read AS
SELECT article_id FROM duplicate_group ANTI JOIN story_term USING (article_id)
WHERE is_canonical;
