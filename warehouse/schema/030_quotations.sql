-- Quotations: what stands between quotation marks in a body, and who said it.

ALTER TABLE article ADD COLUMN quotation_version VARCHAR;
COMMENT ON COLUMN article.quotation_version IS 'Version of the rules that looked for quotations in it; the next run with new files reads articles of older versions, and those of stores from before 0.2, again.';

CREATE TABLE quotation (
    quotation_id VARCHAR,
    article_id VARCHAR,
    start_offset BIGINT,
    end_offset BIGINT,
    raw_start_offset BIGINT,
    raw_end_offset BIGINT,
    text VARCHAR,
    kind VARCHAR,
    continues BOOLEAN,
    speaker VARCHAR,
    speaker_label VARCHAR,
    entity_id VARCHAR,
    speaker_text VARCHAR,
    reference VARCHAR,
    name_start_offset BIGINT,
    name_end_offset BIGINT,
    cue VARCHAR,
    cue_start_offset BIGINT,
    rule VARCHAR,
    score DOUBLE
);
COMMENT ON TABLE quotation IS 'One row per quotation in a body, with its speaker and the evidence for it. Outermost marks only: what is quoted inside a quotation is part of it. Of a quotation over several paragraphs each is a row. Titles and subtitles are not read: they repeat the body.';
COMMENT ON COLUMN quotation.quotation_id IS 'Id computed from the article and the place of the quotation in it.';
COMMENT ON COLUMN quotation.article_id IS 'The article.';
COMMENT ON COLUMN quotation.start_offset IS 'Offset of its first character in article.text, the mark not counted.';
COMMENT ON COLUMN quotation.end_offset IS 'Offset behind its last character.';
COMMENT ON COLUMN quotation.raw_start_offset IS 'Offset of its first character in the raw text (document_text).';
COMMENT ON COLUMN quotation.raw_end_offset IS 'Offset behind its last character in the raw text.';
COMMENT ON COLUMN quotation.text IS 'What stands between the marks.';
COMMENT ON COLUMN quotation.kind IS 'direct: a sentence or more. partial: some words inside a sentence, scare quotes among them. title: every word has a capital, most often a work, a nickname or a brand.';
COMMENT ON COLUMN quotation.continues IS 'True for a paragraph that takes up the quotation which the one before it left open.';
COMMENT ON COLUMN quotation.speaker IS 'Name of the speaker, in its fullest form inside the article; NULL when the text does not tell, or not surely: see reference.';
COMMENT ON COLUMN quotation.speaker_label IS 'Label of the mention that names the speaker: PERSON, ORG or PLACE (Moscow said). NULL for names that no finder of names found: words with capitals beside a verb of speaking, in languages that these do not read.';
COMMENT ON COLUMN quotation.entity_id IS 'The entity the speaker is; NULL when it is none.';
COMMENT ON COLUMN quotation.speaker_text IS 'The words that stand for the speaker beside the cue: She, Lavrov, a spokesman.';
COMMENT ON COLUMN quotation.reference IS 'How the speaker is told. name: by name in the same sentence. pronoun: by a pronoun (or a verb without subject) that can stand for one person only. inherited: as of the quotation before it. unresolved: by a pronoun that leaves a choice. description: somebody without a name. several: more than one together. unknown: not at all, or in words that are not known here.';
COMMENT ON COLUMN quotation.name_start_offset IS 'Offset of the name by which the speaker is known, in article.text; of a pronoun that of the person it stands for.';
COMMENT ON COLUMN quotation.name_end_offset IS 'Offset behind this name.';
COMMENT ON COLUMN quotation.cue IS 'The words that say that it was said: said, told, according to. NULL for a name before a colon.';
COMMENT ON COLUMN quotation.cue_start_offset IS 'Offset of the cue in article.text.';
COMMENT ON COLUMN quotation.rule IS 'How cue and quotation hang together. cue_behind: "...," said X. cue_before: X said: "...". cue_in_sentence: X said the "..." were gone. source: according to X. label: X: "...". colon: X was angry: "...". same_sentence, same_paragraph, carried_over (a paragraph that is a quotation only), continued: with the quotation before it. sentence_before: X said so. "...".';
COMMENT ON COLUMN quotation.score IS 'How sure the speaker is, 0 to 1; NULL without one.';
