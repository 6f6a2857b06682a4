-- Which agency an article comes from.

ALTER TABLE article ADD COLUMN agency VARCHAR;
COMMENT ON COLUMN article.agency IS 'News agencies that the text comes from, separated by "; ", as its dateline, its last words, its byline or its notes name them; NULL when none does. Where they stand: metadatum, field agency, whose source_field says in what. Articles read before the column was added get theirs with newsmill run --reprocess.';
COMMENT ON COLUMN metadatum.field IS 'title, alternative_title (a page''s second headline), subtitle, outlet, inferred_outlet, author, author_organisation, agency, published_at, updated_at, section, language, url, canonical_url, caption, credit, related_title, source_cited, mentioned_date, description, or a key of a sidecar of your own.';
