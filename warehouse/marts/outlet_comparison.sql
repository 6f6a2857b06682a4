-- How do the outlets differ?
-- One row per outlet, and one with NULL for articles whose outlet is not known.
-- Grain: outlet
CREATE OR REPLACE TABLE outlet_comparison AS
WITH told AS (
    -- an article of an unknown outlet may be of any, so that its story is nobody's alone
    SELECT story_id, outlet,
        count(*) OVER (PARTITION BY story_id) = 1 AND outlet IS NOT NULL AS is_alone
    FROM (SELECT DISTINCT story_id, outlet FROM publication)
),
stories AS (
    SELECT outlet, count(*) AS story_count,
        count(*) FILTER (WHERE is_alone) AS exclusive_story_count
    FROM told GROUP BY outlet
),
firsts AS (
    SELECT outlet, count(*) AS first_report_count
    FROM first_reports
    WHERE known_order = 'first' AND outlet IS NOT NULL
    GROUP BY outlet
),
removed AS (
    SELECT publication.outlet, sum(removal.line_count) AS removed_line_count
    FROM removal
    JOIN publication ON publication.article_id = removal.document_id
    GROUP BY publication.outlet
),
counted AS (
    SELECT
        publication.outlet,
        count(*) AS article_count,
        count(*) FILTER (WHERE is_canonical) AS text_count,
        count(*) FILTER (WHERE NOT is_canonical) AS copy_count,
        count(*) FILTER (WHERE published_date IS NULL) AS undated_count,
        min(published_date) AS first_date,
        max(published_date) AS last_date,
        avg(word_count) AS mean_word_count,
        sum(document.line_count) AS line_count
    FROM publication
    LEFT JOIN document ON document.document_id = publication.article_id
    GROUP BY publication.outlet
)
SELECT
    counted.outlet,
    counted.article_count,
    counted.text_count,
    counted.copy_count,
    counted.copy_count / counted.article_count AS copy_share,
    stories.story_count,
    stories.exclusive_story_count,
    coalesce(firsts.first_report_count, 0) AS first_report_count,
    counted.undated_count,
    counted.first_date,
    counted.last_date,
    counted.mean_word_count,
    (coalesce(removed.removed_line_count, 0) / nullif(counted.line_count, 0))::DOUBLE
        AS removed_line_share
FROM counted
LEFT JOIN stories ON stories.outlet IS NOT DISTINCT FROM counted.outlet
LEFT JOIN removed ON removed.outlet IS NOT DISTINCT FROM counted.outlet
LEFT JOIN firsts ON firsts.outlet IS NOT DISTINCT FROM counted.outlet
ORDER BY counted.outlet NULLS LAST;

COMMENT ON TABLE outlet_comparison IS 'How outlets differ: one row per outlet, and one with NULL for articles whose outlet is not known.';
COMMENT ON COLUMN outlet_comparison.outlet IS 'The outlet; NULL when not known.';
COMMENT ON COLUMN outlet_comparison.article_count IS 'Articles, copies included.';
COMMENT ON COLUMN outlet_comparison.text_count IS 'Articles that are the canonical copy of their text.';
COMMENT ON COLUMN outlet_comparison.copy_count IS 'Articles whose canonical copy is another one.';
COMMENT ON COLUMN outlet_comparison.copy_share IS 'copy_count divided by article_count, 0 to 1.';
COMMENT ON COLUMN outlet_comparison.story_count IS 'Stories it tells.';
COMMENT ON COLUMN outlet_comparison.exclusive_story_count IS 'Stories that no other outlet tells; 0 in the row without an outlet.';
COMMENT ON COLUMN outlet_comparison.first_report_count IS 'Stories, told by others too, in which it certainly was first.';
COMMENT ON COLUMN outlet_comparison.undated_count IS 'Articles that state no day.';
COMMENT ON COLUMN outlet_comparison.first_date IS 'Earliest stated day; NULL when none is stated.';
COMMENT ON COLUMN outlet_comparison.last_date IS 'Latest stated day.';
COMMENT ON COLUMN outlet_comparison.mean_word_count IS 'Mean words per body.';
COMMENT ON COLUMN outlet_comparison.removed_line_share IS 'Lines that left the bodies divided by all raw lines, 0 to 1; blank lines count as lines.';
