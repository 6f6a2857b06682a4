-- Who said what, where and when?
-- One row per quotation whose speaker is known. Its article may be a copy: where is_canonical is true
-- each text counts once, and utterance_id counts once what several articles quote.
-- Grain: quotation_id
CREATE OR REPLACE VIEW said AS
SELECT
    quotation.quotation_id,
    coalesce(quotation.entity_id, quotation.speaker) AS speaker_key,
    quotation.entity_id,
    coalesce(entity.name, quotation.speaker) AS speaker,
    coalesce(entity.label, quotation.speaker_label) AS label,
    quotation.text AS quotation,
    quotation.kind AS quotation_kind,
    quotation.continues,
    quotation.cue,
    quotation.reference,
    quotation.score,
    quotation.article_id,
    quotation.start_offset,
    publication.outlet,
    publication.published_date,
    publication.story_id,
    publication.is_canonical,
    coalesce(same.canonical_quotation_id, quotation.quotation_id) AS utterance_id
FROM quotation
JOIN publication USING (article_id)
LEFT JOIN entity ON entity.entity_id = quotation.entity_id
LEFT JOIN same_utterance AS same ON same.quotation_id = quotation.quotation_id
WHERE quotation.speaker IS NOT NULL;

COMMENT ON VIEW said IS 'Who said what, where and when: one row per quotation whose speaker is known.';
COMMENT ON COLUMN said.quotation_id IS 'The quotation; its evidence is in quotation.';
COMMENT ON COLUMN said.speaker_key IS 'The speaker for counting: the id of the entity, else the name.';
COMMENT ON COLUMN said.entity_id IS 'The speaker as an entity; NULL when the name is none, as in languages that no finder of names reads.';
COMMENT ON COLUMN said.speaker IS 'Name of the speaker.';
COMMENT ON COLUMN said.label IS 'PERSON, ORG or PLACE; NULL where it is not known.';
COMMENT ON COLUMN said.quotation IS 'The words between the marks.';
COMMENT ON COLUMN said.quotation_kind IS 'direct, partial or title, as in quotation.kind.';
COMMENT ON COLUMN said.continues IS 'True for a further paragraph of the quotation before it.';
COMMENT ON COLUMN said.cue IS 'The words that say so; NULL for a name before a colon.';
COMMENT ON COLUMN said.reference IS 'How the speaker is told: name, pronoun or inherited.';
COMMENT ON COLUMN said.score IS 'How sure the speaker is, 0 to 1.';
COMMENT ON COLUMN said.article_id IS 'The article.';
COMMENT ON COLUMN said.start_offset IS 'Where it stands in the text of the article.';
COMMENT ON COLUMN said.outlet IS 'Outlet of the article; NULL when not known.';
COMMENT ON COLUMN said.published_date IS 'Stated day of publication, which may be later than the utterance; NULL when not stated.';
COMMENT ON COLUMN said.story_id IS 'Story that the article tells.';
COMMENT ON COLUMN said.is_canonical IS 'True where the article is the canonical copy of its text.';
COMMENT ON COLUMN said.utterance_id IS 'The same for quotations of one utterance: the id of the one that stands for them.';
