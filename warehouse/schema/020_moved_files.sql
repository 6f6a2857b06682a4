-- A file that was moved keeps its ids, and those of its documents.

ALTER TABLE source_file ADD COLUMN id_path VARCHAR;
UPDATE source_file SET id_path = path;
COMMENT ON COLUMN source_file.source_file_id IS 'Id computed from id_path.';
COMMENT ON COLUMN source_file.path IS 'Path below the corpus folder, with forward slashes, where the file lay when it was last seen; bytes that are not UTF-8 appear as \xNN.';
COMMENT ON COLUMN source_file.id_path IS 'The path at which it was first seen, from which its id and those of its documents are computed: another than path when the same bytes lay elsewhere in a later run. With #2 or a higher number behind it where the ids of that path are those of a file that was moved away.';
COMMENT ON COLUMN document.document_id IS 'Id computed from the id_path of the file and the place of the text in it.';
