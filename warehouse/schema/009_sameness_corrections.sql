-- What a person decided about groups and stories.

CREATE TABLE sameness_correction (
    correction_no BIGINT,
    subject VARCHAR,
    action VARCHAR,
    relation VARCHAR,
    article_id VARCHAR,
    target_article_id VARCHAR,
    decided_at TIMESTAMP
);
COMMENT ON TABLE sameness_correction IS 'What a person decided about groups of copies and stories, one row per pair of articles. Kept and applied by every run; a row whose articles are not there waits for them.';
COMMENT ON COLUMN sameness_correction.correction_no IS 'Number of the decision; all its rows share it.';
COMMENT ON COLUMN sameness_correction.subject IS 'duplicate_group or story.';
COMMENT ON COLUMN sameness_correction.action IS 'merge, split or move.';
COMMENT ON COLUMN sameness_correction.relation IS 'together: the groups or stories of the two articles are one. apart: the two are never in one; the first gives way.';
COMMENT ON COLUMN sameness_correction.article_id IS 'The first article.';
COMMENT ON COLUMN sameness_correction.target_article_id IS 'The second article.';
COMMENT ON COLUMN sameness_correction.decided_at IS 'When it was decided (UTC).';

CREATE VIEW sameness_member AS
SELECT 'story' AS subject, story_id AS subject_id, article_id,
       canonical_article_id AS unit_article_id, representative_article_id AS head_article_id
FROM story_article
UNION ALL
SELECT 'duplicate_group', duplicate_group_id, article_id,
       min(article_id) OVER (PARTITION BY coalesce(text_key::VARCHAR, article_id)),
       canonical_article_id
FROM duplicate_group;
COMMENT ON VIEW sameness_member IS 'Members of groups and stories in one list: one row per subject and article.';
COMMENT ON COLUMN sameness_member.subject IS 'story or duplicate_group.';
COMMENT ON COLUMN sameness_member.subject_id IS 'Id of the story or group.';
COMMENT ON COLUMN sameness_member.article_id IS 'The article.';
COMMENT ON COLUMN sameness_member.unit_article_id IS 'The article it goes with: its canonical copy in a story; in a group the smallest article_id with the same words.';
COMMENT ON COLUMN sameness_member.head_article_id IS 'Representative of the story, or canonical copy of the group.';
