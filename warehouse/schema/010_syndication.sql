-- Who carried a text first, and what a person should look at.

ALTER TABLE duplicate_group ADD COLUMN outlet_count BIGINT;
ALTER TABLE duplicate_group ADD COLUMN is_syndicated BOOLEAN;
ALTER TABLE duplicate_group ADD COLUMN first_outlet VARCHAR;
COMMENT ON COLUMN duplicate_group.outlet_count IS 'Outlets that are known to have carried the text.';
COMMENT ON COLUMN duplicate_group.is_syndicated IS 'True when at least two known outlets carried it.';
COMMENT ON COLUMN duplicate_group.first_outlet IS 'Outlet of the canonical copy; NULL when it is not known or no copy states its day: then nobody knows who was first.';

UPDATE duplicate_group SET outlet_count = known.outlet_count,
    is_syndicated = known.outlet_count > 1, first_outlet = known.first_outlet
FROM (
    SELECT copy.duplicate_group_id, count(DISTINCT article.outlet) AS outlet_count,
           any_value(article.outlet) FILTER (WHERE copy.is_canonical AND article.published_date IS NOT NULL)
               AS first_outlet
    FROM duplicate_group AS copy LEFT JOIN article USING (article_id)
    GROUP BY copy.duplicate_group_id
) AS known
WHERE known.duplicate_group_id = duplicate_group.duplicate_group_id;

COMMENT ON TABLE sameness_alarm IS 'What a person should look at: groups and stories that grew too large or hold too little together, and input that sameness could do little with.';
COMMENT ON COLUMN sameness_alarm.subject IS 'duplicate_group, story, article or corpus.';
COMMENT ON COLUMN sameness_alarm.subject_id IS 'Its id; for corpus the word articles.';
COMMENT ON COLUMN sameness_alarm.reason IS 'large: more members than expected. loose: most pairs of its texts that were compared are not the same text. long: an article longer than any news. wordless: many articles without words, compared with nothing. common_passage: many articles that consist largely of passages that many others share (a footer that cleaning missed).';
