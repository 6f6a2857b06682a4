-- Ids of duplicate groups and stories: given once, kept while articles come and go.

CREATE TABLE sameness_id (
    subject VARCHAR,
    subject_id VARCHAR,
    mint_no BIGINT,
    founder_article_id VARCHAR,
    status VARCHAR,
    merged_into VARCHAR,
    run_id VARCHAR
);
COMMENT ON TABLE sameness_id IS 'One row per id that a duplicate group or story ever had. An id is given once and follows most of its articles; where two meet, the older one survives.';
COMMENT ON COLUMN sameness_id.subject IS 'duplicate_group or story.';
COMMENT ON COLUMN sameness_id.subject_id IS 'The id: the article_id of its founder, with -2, -3 ... when that has been given before.';
COMMENT ON COLUMN sameness_id.mint_no IS 'Rank in the order in which the ids of this subject were given; the smaller, the older.';
COMMENT ON COLUMN sameness_id.founder_article_id IS 'The smallest article_id among the articles it was given to.';
COMMENT ON COLUMN sameness_id.status IS 'alive; merged: its articles went to merged_into; gone: it has no article any more.';
COMMENT ON COLUMN sameness_id.merged_into IS 'The id that its articles have now; NULL unless merged.';
COMMENT ON COLUMN sameness_id.run_id IS 'Run that gave it; NULL for ids older than this table.';

CREATE TABLE sameness_event (
    subject VARCHAR,
    event_no BIGINT,
    event VARCHAR,
    subject_id VARCHAR,
    other_id VARCHAR,
    article_count BIGINT,
    run_id VARCHAR
);
COMMENT ON TABLE sameness_event IS 'History of the ids of groups and stories, one row per event. That an id was first given is told by sameness_id.';
COMMENT ON COLUMN sameness_event.subject IS 'duplicate_group or story.';
COMMENT ON COLUMN sameness_event.event_no IS 'Rank of the event in the history of this subject.';
COMMENT ON COLUMN sameness_event.event IS 'merged: most articles of subject_id went to other_id. split: subject_id was given to articles that left other_id. gone: subject_id lost its last article. returned: a former id is in use again.';
COMMENT ON COLUMN sameness_event.subject_id IS 'The id it happened to.';
COMMENT ON COLUMN sameness_event.other_id IS 'The other id; NULL for gone and returned.';
COMMENT ON COLUMN sameness_event.article_count IS 'Articles that went along.';
COMMENT ON COLUMN sameness_event.run_id IS 'Run in which it happened; NULL outside of runs.';

INSERT INTO sameness_id
SELECT 'duplicate_group', duplicate_group_id, row_number() OVER (ORDER BY duplicate_group_id),
       duplicate_group_id, 'alive', NULL, NULL
FROM (SELECT DISTINCT duplicate_group_id FROM duplicate_group);

INSERT INTO sameness_id
SELECT 'story', story_id, row_number() OVER (ORDER BY story_id), story_id, 'alive', NULL, NULL
FROM (SELECT DISTINCT story_id FROM story_article);

COMMENT ON COLUMN duplicate_group.duplicate_group_id IS 'The group. The id is given once and kept, see sameness_id.';
COMMENT ON COLUMN story_article.story_id IS 'The story. The id is given once and kept, see sameness_id.';

CREATE VIEW duplicate_group_redirect AS
SELECT subject_id AS old_id, merged_into AS duplicate_group_id
FROM sameness_id WHERE subject = 'duplicate_group' AND status = 'merged';
COMMENT ON VIEW duplicate_group_redirect IS 'Former ids of duplicate groups and where they lead.';
COMMENT ON COLUMN duplicate_group_redirect.old_id IS 'The former id.';
COMMENT ON COLUMN duplicate_group_redirect.duplicate_group_id IS 'The group it leads to.';

CREATE VIEW story_redirect AS
SELECT subject_id AS old_id, merged_into AS story_id
FROM sameness_id WHERE subject = 'story' AND status = 'merged';
COMMENT ON VIEW story_redirect IS 'Former ids of stories and where they lead.';
COMMENT ON COLUMN story_redirect.old_id IS 'The former id.';
COMMENT ON COLUMN story_redirect.story_id IS 'The story it leads to.';
