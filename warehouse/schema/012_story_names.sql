-- Names that only the story of an article decides.

CREATE TABLE story_name (
    article_id VARCHAR,
    label VARCHAR,
    name VARCHAR,
    entity_id VARCHAR
);
COMMENT ON TABLE story_name IS 'One row per article and doubtful name (entity_doubt) that its story decides: of the candidates exactly one is named in full by the articles of the story within 14 days. In other articles the name stays in doubt.';
COMMENT ON COLUMN story_name.article_id IS 'The article.';
COMMENT ON COLUMN story_name.label IS 'Label of the mentions.';
COMMENT ON COLUMN story_name.name IS 'The name (mention.name).';
COMMENT ON COLUMN story_name.entity_id IS 'The entity that its mentions in this article stand for.';
COMMENT ON TABLE entity_doubt IS 'One row per name that could stand for other entities, and candidate. Such a name stays an entity of its own, but in the articles whose story decides (story_name).';
COMMENT ON VIEW ambiguous_name IS 'Names for a person to look at: each could stand for the candidates and is linked to none of them, but in the articles whose story decides (story_name).';
COMMENT ON COLUMN entity_name.entity_id IS 'The entity; NULL when a correction says that the name is none. In the articles of story_name the name stands for another one.';
