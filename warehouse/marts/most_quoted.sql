-- Who is quoted most, in all and month by month?
-- One row per speaker and period (month, all). period_start is NULL for articles without a day and
-- for all time. Texts, stories and quotations are counted on canonical copies.
-- Grain: speaker_key, period, period_start
CREATE OR REPLACE VIEW most_quoted AS
SELECT
    speaker_key,
    any_value(entity_id) AS entity_id,
    any_value(speaker) AS speaker,
    any_value(label) AS label,
    period,
    period_start,
    count(*) FILTER (WHERE is_canonical) AS quotation_count,
    count(DISTINCT utterance_id) AS utterance_count,
    count(DISTINCT article_id) AS article_count,
    count(DISTINCT article_id) FILTER (WHERE is_canonical) AS text_count,
    count(DISTINCT story_id) FILTER (WHERE is_canonical) AS story_count,
    count(DISTINCT outlet) AS outlet_count
FROM (
    SELECT *, 'all' AS period, NULL::DATE AS period_start FROM said
    UNION ALL
    SELECT *, 'month' AS period, date_trunc('month', published_date)::DATE AS period_start FROM said
)
GROUP BY speaker_key, period, period_start;

COMMENT ON VIEW most_quoted IS 'Who is quoted most: one row per speaker and period (month, all). Copies change article_count and outlet_count only.';
COMMENT ON COLUMN most_quoted.speaker_key IS 'The speaker for counting, as in said.';
COMMENT ON COLUMN most_quoted.entity_id IS 'The speaker as an entity; NULL when the name is none.';
COMMENT ON COLUMN most_quoted.speaker IS 'Name of the speaker.';
COMMENT ON COLUMN most_quoted.label IS 'PERSON, ORG or PLACE; NULL where it is not known.';
COMMENT ON COLUMN most_quoted.period IS 'month or all.';
COMMENT ON COLUMN most_quoted.period_start IS 'First day of the month; NULL for articles without a day, and in rows of all.';
COMMENT ON COLUMN most_quoted.quotation_count IS 'Quotations, each text counted once; of one over several paragraphs each counts.';
COMMENT ON COLUMN most_quoted.utterance_count IS 'Different utterances: what several articles quote counts once.';
COMMENT ON COLUMN most_quoted.article_count IS 'Articles that quote the speaker, copies included.';
COMMENT ON COLUMN most_quoted.text_count IS 'Texts that do: each group of copies once.';
COMMENT ON COLUMN most_quoted.story_count IS 'Stories with such a text.';
COMMENT ON COLUMN most_quoted.outlet_count IS 'Known outlets with such an article.';
