-- Who is named together with whom?
-- One row per ordered pair of entities that an article names, so that all companions of one entity
-- stand under entity_id_a or name_a. Ask for one entity at a time, by its name or id itself: the
-- whole list takes long in a large warehouse, and so does an id that a subquery has to find.
-- Grain: entity_id_a, entity_id_b
CREATE OR REPLACE VIEW co_mentions AS
SELECT
    entity_id_a,
    name_a,
    entity_id_b,
    name_b,
    label_b,
    article_count,
    text_count,
    story_count,
    text_count / nullif(text_count_a, 0) AS text_share,
    text_count * (SELECT count(*) FROM publication WHERE is_canonical)
        / nullif(text_count_a * text_count_b, 0) AS lift
FROM (
    SELECT
        a.entity_id AS entity_id_a, a.name AS name_a, a.text_count AS text_count_a,
        b.entity_id AS entity_id_b, b.name AS name_b, b.text_count AS text_count_b,
        b.label AS label_b,
        count(*) AS article_count,
        count(*) FILTER (WHERE publication.is_canonical) AS text_count,
        count(DISTINCT publication.story_id) FILTER (WHERE publication.is_canonical) AS story_count
    FROM share_of_voice AS a
    JOIN appearance AS named_a ON named_a.entity_id = a.entity_id
    JOIN publication ON publication.article_id = named_a.article_id
    JOIN appearance AS named_b
        ON named_b.article_id = named_a.article_id AND named_b.entity_id <> named_a.entity_id
    JOIN share_of_voice AS b ON b.entity_id = named_b.entity_id AND b.period = 'all'
    WHERE a.period = 'all'
    GROUP BY ALL
);

COMMENT ON VIEW co_mentions IS 'Who is named together with whom: one row per ordered pair of entities. Quick for one entity named outright (WHERE name_a = ''...'' or entity_id_a = ''...'').';
COMMENT ON COLUMN co_mentions.entity_id_a IS 'The entity asked about.';
COMMENT ON COLUMN co_mentions.name_a IS 'Its name.';
COMMENT ON COLUMN co_mentions.entity_id_b IS 'An entity that the same articles name.';
COMMENT ON COLUMN co_mentions.name_b IS 'Its name.';
COMMENT ON COLUMN co_mentions.label_b IS 'Its label.';
COMMENT ON COLUMN co_mentions.article_count IS 'Articles that name both, copies included.';
COMMENT ON COLUMN co_mentions.text_count IS 'Texts that name both: each group of copies once.';
COMMENT ON COLUMN co_mentions.story_count IS 'Stories with such a text.';
COMMENT ON COLUMN co_mentions.text_share IS 'Share of the texts naming a that also name b, 0 to 1.';
COMMENT ON COLUMN co_mentions.lift IS 'How many times more often than by chance they stand together: 1 is chance.';
