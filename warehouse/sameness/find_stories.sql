-- story_label: article_no, label, centrality (sum of scores inside the story).
CREATE OR REPLACE TEMP TABLE former_member AS
SELECT article_id, story_id AS subject_id FROM story_article
WHERE canonical_article_id IN (SELECT article_id FROM story_working)
   OR canonical_article_id IN (SELECT article_id FROM story_gone)
   OR article_id IN (SELECT article_id FROM near_change)
   OR article_id IN (SELECT copy.article_id FROM duplicate_group AS copy
                     JOIN story_working ON story_working.article_id = copy.canonical_article_id);

CREATE OR REPLACE TEMP TABLE fresh_member AS
SELECT copy.article_id, copy.canonical_article_id, label.label AS cluster, label.centrality
FROM duplicate_group AS copy
JOIN story_article_no AS number ON number.article_id = copy.canonical_article_id
JOIN story_label AS label USING (article_no);
