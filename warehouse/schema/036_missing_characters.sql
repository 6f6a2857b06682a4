-- Texts that services for news deliver cut.

COMMENT ON COLUMN metadatum.field IS 'title, alternative_title (a page''s second headline), subtitle, outlet, inferred_outlet, author, author_organisation, agency, published_at, updated_at, day_order (how days like 05/03/2024, 25/03/24 or 45231 are meant, by the others of the table or a sidecar), missing_characters (how many of the text the source left out: [+1200 chars]), section, language, url, canonical_url, caption, credit, related_title, source_cited, mentioned_date, description, or a key of a sidecar of your own.';
