-- Entities: what the mentions of all articles stand for, by which names, and what is in doubt.

CREATE TABLE entity (
    entity_id VARCHAR,
    label VARCHAR,
    name VARCHAR,
    kind VARCHAR,
    country_code VARCHAR,
    latitude DOUBLE,
    longitude DOUBLE
);
COMMENT ON TABLE entity IS 'One row per person, organisation, place, people or other named thing that an article mentions.';
COMMENT ON COLUMN entity.entity_id IS 'Id computed from label and name; adding articles changes none, except that two entities found to be one share the id of the fuller name (see entity_redirect).';
COMMENT ON COLUMN entity.label IS 'PERSON, ORG, PLACE, NORP (nationalities, religious and political groups) or MISC.';
COMMENT ON COLUMN entity.name IS 'The form it is shown with: that of the name tables, else the full form used most.';
COMMENT ON COLUMN entity.kind IS 'What the name tables say it is: country, capital, city, region, demonym, organisation, ...; NULL when no table knows it.';
COMMENT ON COLUMN entity.country_code IS 'ISO 3166-1 alpha-2 code of the country a place lies in or a demonym belongs to; NULL when not known.';
COMMENT ON COLUMN entity.latitude IS 'Degrees north (GeoNames, CC BY 4.0); NULL when not known.';
COMMENT ON COLUMN entity.longitude IS 'Degrees east (GeoNames, CC BY 4.0); NULL when not known.';

CREATE TABLE entity_alias (
    entity_id VARCHAR,
    label VARCHAR,
    alias VARCHAR,
    mention_count BIGINT,
    article_count BIGINT
);
COMMENT ON TABLE entity_alias IS 'One row per entity and spelling by which articles mention it.';
COMMENT ON COLUMN entity_alias.entity_id IS 'The entity.';
COMMENT ON COLUMN entity_alias.label IS 'Label of the entity.';
COMMENT ON COLUMN entity_alias.alias IS 'The spelling as it stands in the texts.';
COMMENT ON COLUMN entity_alias.mention_count IS 'Mentions with this spelling.';
COMMENT ON COLUMN entity_alias.article_count IS 'Articles with this spelling.';

CREATE TABLE entity_name (
    label VARCHAR,
    name VARCHAR,
    entity_id VARCHAR,
    own_id VARCHAR,
    evidence VARCHAR
);
COMMENT ON TABLE entity_name IS 'One row per name (mention.name) with the entity it stands for and why.';
COMMENT ON COLUMN entity_name.label IS 'Label of the mentions.';
COMMENT ON COLUMN entity_name.name IS 'The fullest form inside an article.';
COMMENT ON COLUMN entity_name.entity_id IS 'The entity; NULL when a correction says that the name is none.';
COMMENT ON COLUMN entity_name.own_id IS 'The id the name has as long as it is linked to nothing else.';
COMMENT ON COLUMN entity_name.evidence IS 'table: the name tables know it. same_name. sound: another transliteration. surname, acronym, short_name: the one full name that articles use it for. correction: a person decided it.';

CREATE TABLE entity_doubt (
    label VARCHAR,
    name VARCHAR,
    entity_id VARCHAR,
    candidate_id VARCHAR
);
COMMENT ON TABLE entity_doubt IS 'One row per name that could stand for several entities, and candidate. Such a name stays an entity of its own.';
COMMENT ON COLUMN entity_doubt.label IS 'Label of the mentions.';
COMMENT ON COLUMN entity_doubt.name IS 'The name.';
COMMENT ON COLUMN entity_doubt.entity_id IS 'The entity that holds the name as long as it is in doubt.';
COMMENT ON COLUMN entity_doubt.candidate_id IS 'An entity it may stand for.';

CREATE TABLE entity_correction (
    action VARCHAR,
    label VARCHAR,
    name VARCHAR,
    target VARCHAR
);
COMMENT ON TABLE entity_correction IS 'What a person decided about names. Applied last and kept by every run; takes effect with the next run that changes something.';
COMMENT ON COLUMN entity_correction.action IS 'merge: the name stands for the entity of target. split: the name stands for itself alone. rename: its entity is shown as target. never: it is no entity.';
COMMENT ON COLUMN entity_correction.label IS 'Label of the mentions.';
COMMENT ON COLUMN entity_correction.name IS 'The name (mention.name).';
COMMENT ON COLUMN entity_correction.target IS 'The other name; NULL for split and never.';

CREATE TABLE entity_relation (
    entity_id VARCHAR,
    relation VARCHAR,
    related_id VARCHAR
);
COMMENT ON TABLE entity_relation IS 'How entities hang together without being one.';
COMMENT ON COLUMN entity_relation.entity_id IS 'The entity.';
COMMENT ON COLUMN entity_relation.relation IS 'people_of: a demonym and its country, as Armenian and Armenia. capital_of: a capital and its country.';
COMMENT ON COLUMN entity_relation.related_id IS 'The entity it is related to.';

CREATE VIEW entity_redirect AS
SELECT DISTINCT own_id AS old_id, entity_id
FROM entity_name
WHERE own_id IS DISTINCT FROM entity_id AND entity_id IS NOT NULL;
COMMENT ON VIEW entity_redirect IS 'Ids that names had before they were found to stand for a fuller name.';
COMMENT ON COLUMN entity_redirect.old_id IS 'The former id.';
COMMENT ON COLUMN entity_redirect.entity_id IS 'The entity it leads to.';

CREATE VIEW ambiguous_name AS
SELECT doubt.label, doubt.name, doubt.entity_id, list(entity.name ORDER BY entity.name) AS candidates
FROM entity_doubt AS doubt
JOIN entity ON entity.entity_id = doubt.candidate_id
GROUP BY ALL;
COMMENT ON VIEW ambiguous_name IS 'Names for a person to look at: each could stand for several entities and is linked to none.';
COMMENT ON COLUMN ambiguous_name.label IS 'Label of the mentions.';
COMMENT ON COLUMN ambiguous_name.name IS 'The name.';
COMMENT ON COLUMN ambiguous_name.entity_id IS 'The entity that holds the name meanwhile.';
COMMENT ON COLUMN ambiguous_name.candidates IS 'Names of the entities it may stand for.';

CREATE VIEW article_entity AS
SELECT
    article_id,
    entity_id,
    count(*) AS mention_count,
    bool_or(field = 'title') AS is_in_title,
    min(start_offset) FILTER (WHERE field = 'body') AS first_offset
FROM mention
WHERE entity_id IS NOT NULL
GROUP BY article_id, entity_id;
COMMENT ON VIEW article_entity IS 'One row per article and entity: how prominent the entity is there.';
COMMENT ON COLUMN article_entity.article_id IS 'The article.';
COMMENT ON COLUMN article_entity.entity_id IS 'The entity.';
COMMENT ON COLUMN article_entity.mention_count IS 'Mentions in title, subtitle and body.';
COMMENT ON COLUMN article_entity.is_in_title IS 'Whether the title names it.';
COMMENT ON COLUMN article_entity.first_offset IS 'Offset of its first mention in the body; NULL when the body does not name it.';
