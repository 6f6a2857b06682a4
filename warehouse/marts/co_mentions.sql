-- Who is named together with whom, and how much more than by chance?
-- One row per ordered pair of entities that an article names, so that all companions of one entity
-- stand under entity_id_a or name_a. Ask for one entity at a time, by its name or id itself; for
-- entities that a join or subquery finds, ask companion.
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
    text_count * (SELECT text_count FROM period_total WHERE period = 'all')
        / nullif(text_count_a * text_count_b, 0) AS lift
FROM companion;

COMMENT ON VIEW co_mentions IS 'Who is named together with whom: one row per ordered pair of entities. Quick for one entity named outright (WHERE name_a = ''...'' or entity_id_a = ''...''); companion has the same counts and can be joined.';
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
