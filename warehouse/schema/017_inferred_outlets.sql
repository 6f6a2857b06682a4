-- Outlets that no document states and its company suggests: apart from those that are stated.

ALTER TABLE article ADD COLUMN inferred_outlet VARCHAR;
COMMENT ON COLUMN article.outlet IS 'Who published it, as it is stated: by a sidecar, by the document, or by a folder that is called like a domain; the evidence is in metadatum. NULL when nothing states it; never inferred.';
COMMENT ON COLUMN article.inferred_outlet IS 'Who probably published an article that states no outlet: the one outlet that the other documents of its host state (five or more, none another one), or, without a host, those of its folder or container (five or more, and three quarters of all in it). Nothing else counts it: for a wider view take coalesce(outlet, inferred_outlet). Every run looks again at what its files touch, so that it does not depend on the order of files and goes when another outlet turns up. NULL for files that lie directly in the corpus folder, as a corpus is no outlet.';

ALTER TABLE metadatum ADD COLUMN support_count BIGINT;
COMMENT ON COLUMN metadatum.field IS 'title, subtitle, outlet, inferred_outlet, author, author_organisation, published_at, updated_at, section, language, url, canonical_url, caption, credit, related_title, source_cited, mentioned_date, description, or a key of a sidecar of your own.';
COMMENT ON COLUMN metadatum.method IS 'How it is known, the most trusted first: sidecar, front_matter, field (of the file format), json_ld, meta_tag, microdata, byline (an element of the page marked as one), address (of the page), line (a raw line says so), heading, file_name, folder, inferred (from other documents), detected, relative (to the day of publication).';
COMMENT ON COLUMN metadatum.source_field IS 'Name of the field that states it, for example datePublished or og:title; for a sidecar its path and key; for an inferred outlet the host or folder it comes from, as in outlet_source; NULL for lines.';
COMMENT ON COLUMN metadatum.support_count IS 'Of inferred values: the documents that state the value; NULL for others.';

CREATE TABLE outlet_source (
    article_id VARCHAR,
    source VARCHAR,
    is_nearest BOOLEAN
);
COMMENT ON TABLE outlet_source IS 'Where articles come from, as far as that can tell their outlet: one row per article and host of its address ("host:" and the host), and one per article and folder ("folder:" and the path of the folder or container; empty for the corpus folder itself, which tells nothing).';
COMMENT ON COLUMN outlet_source.article_id IS 'The article.';
COMMENT ON COLUMN outlet_source.source IS 'The host or folder.';
COMMENT ON COLUMN outlet_source.is_nearest IS 'True for the one row from which its outlet is inferred when it states none: the host, else the folder.';
