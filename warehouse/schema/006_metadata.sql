-- Metadata with evidence: how precise a fact is, which field states it, why it was not used.

ALTER TABLE metadatum ADD COLUMN source_field VARCHAR;
ALTER TABLE metadatum ADD COLUMN normal_value VARCHAR;
ALTER TABLE metadatum ADD COLUMN precision VARCHAR;
ALTER TABLE metadatum ADD COLUMN is_zone_known BOOLEAN;
ALTER TABLE metadatum ADD COLUMN score DOUBLE;
ALTER TABLE metadatum ADD COLUMN refused VARCHAR;
ALTER TABLE metadatum ADD COLUMN is_chosen BOOLEAN;
COMMENT ON COLUMN metadatum.field IS 'title, subtitle, outlet, author, author_organisation, published_at, updated_at, section, language, url, canonical_url, caption, credit, related_title, source_cited, mentioned_date, description, or a key of a sidecar of your own.';
COMMENT ON COLUMN metadatum.method IS 'How it is known, the most trusted first: sidecar, front_matter, field (of the file format), json_ld, meta_tag, microdata, byline (an element of the page marked as one), address (of the page), line (a raw line says so), heading, file_name, folder, detected, relative (to the day of publication).';
COMMENT ON COLUMN metadatum.source_field IS 'Name of the field that states it, for example datePublished or og:title; for a sidecar its path and key; NULL for lines.';
COMMENT ON COLUMN metadatum.normal_value IS 'The value as it is used: dates in ISO 8601 with the time zone as stated (2023-01-12T14:05:00+04:00, 2023-01-12, 2023-01, 2023), languages as ISO 639-1 codes, names without titles and roles. NULL when it is not used.';
COMMENT ON COLUMN metadatum.precision IS 'Of dates: instant, day, month, year or unknown; NULL for other fields.';
COMMENT ON COLUMN metadatum.is_zone_known IS 'Of dates with a time: true when the time zone is stated; NULL for other values.';
COMMENT ON COLUMN metadatum.score IS 'How sure a detector is, 0 to 1; NULL for stated values.';
COMMENT ON COLUMN metadatum.refused IS 'Why the value is not used: in_the_future, before_1900, no_date, ambiguous_date, after_update (shown, and later than the stated update), no_language, contradicts_text (the text is surely in another language), no_address, no_name, names_outlet; NULL when it can be used.';
COMMENT ON COLUMN metadatum.is_chosen IS 'True for the values that stand in the row of article; NULL for rows of versions before 0.2.';

ALTER TABLE article ADD COLUMN author_organisation VARCHAR;
ALTER TABLE article ADD COLUMN updated_at TIMESTAMP;
ALTER TABLE article ADD COLUMN updated_date DATE;
ALTER TABLE article ADD COLUMN section VARCHAR;
ALTER TABLE article ADD COLUMN canonical_url VARCHAR;
COMMENT ON COLUMN article.author IS 'Persons of the byline, several names separated by "; "; NULL when none was found.';
COMMENT ON COLUMN article.author_organisation IS 'Agencies and other organisations named as author, separated by "; "; NULL when none was found.';
COMMENT ON COLUMN article.published_precision IS 'What is known of the time of publication: instant (published_at is filled), day, month, year (both columns are NULL; metadatum has the value) or unknown. A time without its zone counts as day.';
COMMENT ON COLUMN article.updated_at IS 'Time of the last update as it is stated (UTC); NULL unless day, time and time zone are stated.';
COMMENT ON COLUMN article.updated_date IS 'Day of the last update as the outlet states it; NULL when it is not stated.';
COMMENT ON COLUMN article.section IS 'Section or rubric of the outlet, as it is stated.';
COMMENT ON COLUMN article.language IS 'ISO 639-1 code: stated, else detected in the body (metadatum tells which); NULL when it is not known.';
COMMENT ON COLUMN article.url IS 'Address the document states for itself, NULL when it states none.';
COMMENT ON COLUMN article.canonical_url IS 'Address that the page names as its canonical one, NULL when it names none.';

-- Sidecars: facts that the user states beside the files.
ALTER TABLE source_file ADD COLUMN sidecar_sha256 VARCHAR;
COMMENT ON COLUMN source_file.sidecar_sha256 IS 'SHA-256 of what sidecars state about the file, hexadecimal; NULL when they state nothing.';
ALTER TABLE run ADD COLUMN sidecar_count BIGINT;
COMMENT ON COLUMN run.sidecar_count IS 'Sidecars (NAME.meta.json, _meta.json) that were read, not part of seen; a broken one is quarantined.';
