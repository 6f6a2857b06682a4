-- Who carries whose text?
-- One row per outlet of a canonical copy and outlet that carries the text too; outlets that are not
-- known are one row with NULL. Only copies with a later day show a direction.
-- Grain: source_outlet, carrying_outlet
CREATE OR REPLACE TABLE syndication AS
SELECT
    origin.outlet AS source_outlet,
    copy.outlet AS carrying_outlet,
    count(DISTINCT copy.canonical_article_id) AS text_count,
    count(*) AS copy_count,
    count(*) FILTER (WHERE copy.published_date > origin.published_date) AS later_copy_count,
    count(*) FILTER (WHERE (copy.published_date > origin.published_date) IS NOT TRUE)
        AS unknown_order_count
FROM publication AS copy
JOIN publication AS origin ON origin.article_id = copy.canonical_article_id
WHERE NOT copy.is_canonical
GROUP BY origin.outlet, copy.outlet;

COMMENT ON TABLE syndication IS 'Who carries whose text: one row per outlet of the canonical copy and outlet of a copy.';
COMMENT ON COLUMN syndication.source_outlet IS 'Outlet of the canonical copy; NULL when not known.';
COMMENT ON COLUMN syndication.carrying_outlet IS 'Outlet of the other copies; NULL when not known.';
COMMENT ON COLUMN syndication.text_count IS 'Texts carried.';
COMMENT ON COLUMN syndication.copy_count IS 'Copies, the canonical ones not counted.';
COMMENT ON COLUMN syndication.later_copy_count IS 'Copies that state a later day than the canonical copy: for these the direction is known.';
COMMENT ON COLUMN syndication.unknown_order_count IS 'Copies of the same day, or without a day: the order is unknown.';
