-- One file, many documents: the place of each, and the sum that must balance.

ALTER TABLE document ADD COLUMN place VARCHAR DEFAULT '';
COMMENT ON COLUMN document.place IS 'Where it lies in the file: the name of an archive member, the id or number of a record, parts joined by "!/"; empty when the file is one document.';
COMMENT ON COLUMN document.format IS 'Format the document was read as, whatever it was packed in: text, html, json, mail, ... For text the lines are those of the file; for others they are the visible lines, without markup.';
COMMENT ON COLUMN document.encoding IS 'Encoding the bytes were read with; NULL when the format knows only one.';
COMMENT ON COLUMN source_file.format IS 'Format of the file itself: text, html, zip, ...; NULL when it was not read.';

ALTER TABLE source_file ADD COLUMN document_count BIGINT;
COMMENT ON COLUMN source_file.document_count IS 'Documents that were found in the file when it was last read, refused ones included: articles + rejections with a place. NULL when it was never read.';

ALTER TABLE run ADD COLUMN container_count BIGINT;
ALTER TABLE run ADD COLUMN contained_document_count BIGINT;
ALTER TABLE run ADD COLUMN contained_article_count BIGINT;
ALTER TABLE run ADD COLUMN contained_rejection_count BIGINT;
COMMENT ON COLUMN run.container_count IS 'Files with documents at places of their own (archives, mailboxes, feeds, ...) that this run read.';
COMMENT ON COLUMN run.contained_document_count IS 'Documents in them: contained_article_count + contained_rejection_count.';
COMMENT ON COLUMN run.contained_article_count IS 'Documents in them that became articles.';
COMMENT ON COLUMN run.contained_rejection_count IS 'Documents in them that were refused; see rejection.place.';
