-- story_gone: articles that are canonical no longer, or have changed. story_read: canonical
-- articles whose terms have to be read (again). Only articles that changed or were regrouped
-- (near_regrouped, see find_groups), or whose terms are of an older version (story_stale: without
-- slots or event words), can be either. story_former: the stories that articles were in that
-- changed, are gone or have another canonical copy. story_moved: what was with them there, and
-- canonical articles that got a copy.
CREATE TEMP TABLE IF NOT EXISTS near_regrouped (article_id VARCHAR);

CREATE OR REPLACE TEMP TABLE story_stale AS
SELECT article_id FROM story_term WHERE slots IS NULL OR event_words IS NULL;

CREATE OR REPLACE TEMP TABLE story_open AS
SELECT article_id FROM near_regrouped UNION SELECT article_id FROM near_change
UNION FROM story_stale;

CREATE OR REPLACE TEMP TABLE story_head_article AS
SELECT article_id FROM duplicate_group SEMI JOIN story_open USING (article_id) WHERE is_canonical;

CREATE OR REPLACE TEMP TABLE story_gone AS
SELECT article_id FROM story_term SEMI JOIN story_open USING (article_id)
WHERE article_id IN (SELECT article_id FROM near_change)
   OR article_id NOT IN (SELECT article_id FROM story_head_article)
   OR article_id IN (FROM story_stale);

CREATE OR REPLACE TEMP TABLE story_stem_change AS
SELECT language, unnest(stems) AS stem, -1 AS change
FROM story_term SEMI JOIN story_gone USING (article_id);

DELETE FROM story_term WHERE article_id IN (SELECT article_id FROM story_gone);
DELETE FROM story_head WHERE article_id IN (SELECT article_id FROM story_gone);
DELETE FROM story_edge
WHERE article_id_a IN (SELECT article_id FROM story_gone)
   OR article_id_b IN (SELECT article_id FROM story_gone);

CREATE OR REPLACE TEMP TABLE story_read AS
SELECT article_id, row_number() OVER (ORDER BY article_id) - 1 AS rank
FROM story_head_article ANTI JOIN story_term USING (article_id);

-- Rows that no longer hold are taken out before the first slice, so that those that stand are true.
CREATE OR REPLACE TEMP TABLE story_former AS
SELECT told.article_id, told.story_id AS subject_id
FROM story_article AS told LEFT JOIN duplicate_group AS copy USING (article_id)
WHERE told.canonical_article_id IS DISTINCT FROM copy.canonical_article_id
   OR told.article_id IN (SELECT article_id FROM near_change)
   OR told.canonical_article_id IN (SELECT article_id FROM story_gone);

DELETE FROM story_article WHERE article_id IN (SELECT article_id FROM story_former);

CREATE OR REPLACE TEMP TABLE story_moved AS
SELECT canonical_article_id AS article_id FROM story_article
WHERE story_id IN (SELECT subject_id FROM story_former)
UNION
SELECT canonical_article_id FROM duplicate_group ANTI JOIN story_article USING (article_id)
WHERE canonical_article_id NOT IN (SELECT article_id FROM story_read);
