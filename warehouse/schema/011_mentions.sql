-- Mentions with their place in the raw text, sentences and sections; metonyms; what was not read.

ALTER TABLE mention ADD COLUMN section VARCHAR;
ALTER TABLE mention ADD COLUMN sentence_start_offset BIGINT;
ALTER TABLE mention ADD COLUMN sentence_end_offset BIGINT;
ALTER TABLE mention ADD COLUMN raw_start_offset BIGINT;
ALTER TABLE mention ADD COLUMN raw_end_offset BIGINT;
COMMENT ON TABLE mention IS 'One row per name found in a title, subtitle or body. Only kept lines count: names in bylines, captions, credits and related headlines are no mentions.';
COMMENT ON COLUMN mention.entity_id IS 'The entity it stands for; NULL when a correction says that it is none.';
COMMENT ON COLUMN mention.section IS 'title, subtitle, lead (the first line of the body, at most its first 500 characters) or body. NULL for rows of versions before 0.2.';
COMMENT ON COLUMN mention.sentence_start_offset IS 'Offset of the first character of its sentence, in the text of its field.';
COMMENT ON COLUMN mention.sentence_end_offset IS 'Offset behind the last character of its sentence.';
COMMENT ON COLUMN mention.raw_start_offset IS 'Offset of its first character in the raw text (document_text); NULL when its field was not read from there, as a title from a meta tag.';
COMMENT ON COLUMN mention.raw_end_offset IS 'Offset behind its last character in the raw text.';

CREATE TABLE metonym (
    article_id VARCHAR,
    field VARCHAR,
    start_offset BIGINT,
    end_offset BIGINT,
    cue VARCHAR,
    stands_for VARCHAR,
    country_code VARCHAR
);
COMMENT ON TABLE metonym IS 'One row per mention of a place that may stand for who governs there: "Yerevan said". A hint, not an identity: the mention keeps its own entity.';
COMMENT ON COLUMN metonym.article_id IS 'The article of the mention.';
COMMENT ON COLUMN metonym.field IS 'The field of the mention.';
COMMENT ON COLUMN metonym.start_offset IS 'Offset of the mention.';
COMMENT ON COLUMN metonym.end_offset IS 'Offset behind the mention.';
COMMENT ON COLUMN metonym.cue IS 'The word that says so: a verb of saying or willing behind it (said, denied), one of asking or blaming before it (accused, urged), or "according to".';
COMMENT ON COLUMN metonym.stands_for IS 'What it may stand for, for example "government of Armenia".';
COMMENT ON COLUMN metonym.country_code IS 'ISO 3166-1 alpha-2 code of the country; NULL when it is none, as for the European Union.';

CREATE TABLE unread_article (
    article_id VARCHAR,
    finder VARCHAR,
    language VARCHAR,
    reason VARCHAR
);
COMMENT ON TABLE unread_article IS 'One row per article whose language the finder of names cannot read: count its mentions apart, or not at all.';
COMMENT ON COLUMN unread_article.article_id IS 'The article.';
COMMENT ON COLUMN unread_article.finder IS 'The finder that was chosen: tagger, rules, spacy:MODEL, ...';
COMMENT ON COLUMN unread_article.language IS 'ISO 639-1 code of the article; NULL when it is not known (its words are not English).';
COMMENT ON COLUMN unread_article.reason IS 'known_names_only: only names that stand in the name tables (countries, capitals, well-known organisations) were looked for. not_read: another alphabet, no names at all.';

COMMENT ON COLUMN entity_relation.relation IS 'people_of: a demonym and its country, as Armenian and Armenia. capital_of: a capital and its country. stands_for: a place that some article uses for the government of the country, as Yerevan for that of Armenia; each use is a row of metonym.';
COMMENT ON TABLE entity_correction IS 'What people decided about names (newsmill entity, or the file *.corrections.csv beside the warehouse). Applied last and kept by every run.';

CREATE OR REPLACE VIEW article_entity AS
SELECT
    article_id,
    entity_id,
    count(*) AS mention_count,
    bool_or(field = 'title') AS is_in_title,
    min(start_offset) FILTER (WHERE field = 'body') AS first_offset,
    bool_or(section IN ('title', 'subtitle', 'lead')) AS is_in_lead
FROM mention
WHERE entity_id IS NOT NULL
GROUP BY article_id, entity_id;
COMMENT ON VIEW article_entity IS 'One row per article and entity: how prominent the entity is there, by count, title, lead and first position.';
COMMENT ON COLUMN article_entity.article_id IS 'The article.';
COMMENT ON COLUMN article_entity.entity_id IS 'The entity.';
COMMENT ON COLUMN article_entity.mention_count IS 'Mentions in title, subtitle and body.';
COMMENT ON COLUMN article_entity.is_in_title IS 'Whether the title names it.';
COMMENT ON COLUMN article_entity.first_offset IS 'Offset of its first mention in the body: 0 is the very beginning; NULL when the body does not name it.';
COMMENT ON COLUMN article_entity.is_in_lead IS 'Whether title, subtitle or lead names it.';
