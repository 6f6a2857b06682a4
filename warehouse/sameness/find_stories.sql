-- story_label: article_no, label, centrality (sum of scores inside the story).
CREATE OR REPLACE TEMP TABLE fresh_member AS
SELECT copy.article_id, copy.canonical_article_id, label.label AS cluster, label.centrality
FROM duplicate_group AS copy
JOIN story_article_no AS number ON number.article_id = copy.canonical_article_id
JOIN story_label AS label USING (article_no);

-- The stories they were in. With the last slice come those whose articles are all gone.
CREATE OR REPLACE TEMP TABLE former_member AS
SELECT article_id, story_id AS subject_id FROM story_article
WHERE canonical_article_id IN (SELECT article_id FROM story_working)
UNION ALL
SELECT article_id, subject_id FROM story_former
WHERE article_id IN (SELECT article_id FROM fresh_member)
   OR getvariable('slice_behind') >= (SELECT count(*) FROM story_read);
