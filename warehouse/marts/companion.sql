-- Which entities stand together with which, to be joined with other tables?
-- One row per ordered pair of entities that an article names: all companions of one entity stand
-- under its entity_id_a. Counted by story first and without DISTINCT, and no column is computed
-- from others: then a condition on a, also one that a join brings, reaches the rows before they
-- are paired (DuckDB moves no join condition past an expression that could fail).
-- Grain: entity_id_a, entity_id_b
CREATE OR REPLACE VIEW companion AS
SELECT
    a.entity_id AS entity_id_a,
    a.name AS name_a,
    b.entity_id AS entity_id_b,
    b.name AS name_b,
    b.label AS label_b,
    pair.article_count,
    pair.text_count,
    pair.story_count,
    a.text_count AS text_count_a,
    b.text_count AS text_count_b
FROM (
    SELECT
        key_a, key_b,
        sum(article_count)::BIGINT AS article_count,
        sum(text_count)::BIGINT AS text_count,
        count(*) FILTER (WHERE text_count > 0) AS story_count
    FROM (
        SELECT
            named_a.entity_key AS key_a,
            named_b.entity_key AS key_b,
            named_a.story_key,
            count(*) AS article_count,
            count(*) FILTER (WHERE named_a.is_canonical) AS text_count
        FROM naming AS named_a
        JOIN naming AS named_b
            ON named_b.article_key = named_a.article_key
            AND named_b.entity_key <> named_a.entity_key
        GROUP BY ALL
    )
    GROUP BY key_a, key_b
) AS pair
JOIN named_entity AS a ON a.entity_key = pair.key_a
JOIN named_entity AS b ON b.entity_key = pair.key_b;

COMMENT ON VIEW companion IS 'Who stands together with whom, to be joined: one row per ordered pair of entities. Quick for some entities, named outright or by a join or subquery on entity_id_a or name_a; the whole list of a large warehouse takes a minute.';
COMMENT ON COLUMN companion.entity_id_a IS 'The entity asked about.';
COMMENT ON COLUMN companion.name_a IS 'Its name.';
COMMENT ON COLUMN companion.entity_id_b IS 'An entity that the same articles name.';
COMMENT ON COLUMN companion.name_b IS 'Its name.';
COMMENT ON COLUMN companion.label_b IS 'Its label.';
COMMENT ON COLUMN companion.article_count IS 'Articles that name both, copies included.';
COMMENT ON COLUMN companion.text_count IS 'Texts that name both: each group of copies once.';
COMMENT ON COLUMN companion.story_count IS 'Stories with such a text.';
COMMENT ON COLUMN companion.text_count_a IS 'Texts that name a.';
COMMENT ON COLUMN companion.text_count_b IS 'Texts that name b.';
