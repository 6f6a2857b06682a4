-- The files, the runs over them, and what every raw line became.

CREATE TABLE run (
    run_id VARCHAR,
    started_at TIMESTAMP,
    finished_at TIMESTAMP,
    status VARCHAR,
    newsmill_version VARCHAR,
    corpus VARCHAR,
    seen_count BIGINT,
    loaded_count BIGINT,
    unchanged_count BIGINT,
    duplicate_count BIGINT,
    quarantined_count BIGINT,
    vanished_count BIGINT,
    ignored_count BIGINT,
    article_count BIGINT,
    rejection_count BIGINT
);
COMMENT ON TABLE run IS 'One row per run that changed something. seen = loaded + unchanged + duplicate + quarantined + vanished.';
COMMENT ON COLUMN run.run_id IS 'Id of the run: its start time in UTC and a random tail.';
COMMENT ON COLUMN run.started_at IS 'When the run began (UTC).';
COMMENT ON COLUMN run.finished_at IS 'When its rows were committed (UTC).';
COMMENT ON COLUMN run.status IS 'ok, or quarantined when some input was refused.';
COMMENT ON COLUMN run.newsmill_version IS 'Version of newsmill that ran.';
COMMENT ON COLUMN run.corpus IS 'Name of the corpus folder.';
COMMENT ON COLUMN run.seen_count IS 'Files in the corpus, plus files that vanished since the last run.';
COMMENT ON COLUMN run.loaded_count IS 'Files read into articles by this run: new, changed, or read again.';
COMMENT ON COLUMN run.unchanged_count IS 'Files that were already loaded and have not changed.';
COMMENT ON COLUMN run.duplicate_count IS 'Files whose bytes equal those of another file of the corpus.';
COMMENT ON COLUMN run.quarantined_count IS 'Files that could not become an article; see rejection.';
COMMENT ON COLUMN run.vanished_count IS 'Files known before and gone now; their rows stay and are marked.';
COMMENT ON COLUMN run.ignored_count IS 'Hidden and temporary files that were left aside, not part of seen.';
COMMENT ON COLUMN run.article_count IS 'Articles in the warehouse after this run, those of vanished files included.';
COMMENT ON COLUMN run.rejection_count IS 'Rejections in force after this run.';

CREATE TABLE source_file (
    source_file_id VARCHAR,
    path VARCHAR,
    status VARCHAR,
    sha256 VARCHAR,
    byte_count BIGINT,
    modified_ns BIGINT,
    inode UBIGINT,
    format VARCHAR,
    duplicate_of VARCHAR,
    first_run_id VARCHAR,
    last_run_id VARCHAR
);
COMMENT ON TABLE source_file IS 'One row per file ever seen in the corpus folder.';
COMMENT ON COLUMN source_file.source_file_id IS 'Id computed from the path.';
COMMENT ON COLUMN source_file.path IS 'Path below the corpus folder, with forward slashes; bytes that are not UTF-8 appear as \xNN.';
COMMENT ON COLUMN source_file.status IS 'loaded, duplicate, quarantined or vanished.';
COMMENT ON COLUMN source_file.sha256 IS 'SHA-256 of the bytes, hexadecimal; NULL when they could not be read.';
COMMENT ON COLUMN source_file.byte_count IS 'Size in bytes.';
COMMENT ON COLUMN source_file.modified_ns IS 'Modification time in nanoseconds since 1970, used only to notice changes, never as a date of publication.';
COMMENT ON COLUMN source_file.inode IS 'Inode number, used only to notice changes.';
COMMENT ON COLUMN source_file.format IS 'Format the file was read as: text or html; NULL when it was not read.';
COMMENT ON COLUMN source_file.duplicate_of IS 'source_file_id of the file with the same bytes that was loaded in its stead.';
COMMENT ON COLUMN source_file.first_run_id IS 'Run that saw the file first.';
COMMENT ON COLUMN source_file.last_run_id IS 'Run that last changed this row.';

CREATE TABLE document (
    document_id VARCHAR,
    source_file_id VARCHAR,
    format VARCHAR,
    encoding VARCHAR,
    byte_order_mark BOOLEAN,
    odd_bytes STRUCT(char_offset BIGINT, byte UTINYINT)[],
    raw_sha256 VARCHAR,
    char_count BIGINT,
    line_count BIGINT,
    cleaner_version VARCHAR,
    run_id VARCHAR
);
COMMENT ON TABLE document IS 'One row per text that was read from a file. Its raw text is the lines of the ledger, one after the other (view document_text).';
COMMENT ON COLUMN document.document_id IS 'Id computed from the path of the file and the place of the text in it.';
COMMENT ON COLUMN document.source_file_id IS 'The file it was read from.';
COMMENT ON COLUMN document.format IS 'text: the lines are those of the file. html: the lines are the visible blocks of the page.';
COMMENT ON COLUMN document.encoding IS 'Encoding the bytes were read with.';
COMMENT ON COLUMN document.byte_order_mark IS 'True when the file began with a byte order mark.';
COMMENT ON COLUMN document.odd_bytes IS 'Bytes that the encoding does not allow, each with the offset of the character it was read as (windows-1252).';
COMMENT ON COLUMN document.raw_sha256 IS 'SHA-256 of the raw text as UTF-8, hexadecimal; the ledger must give it back.';
COMMENT ON COLUMN document.char_count IS 'Characters of raw text.';
COMMENT ON COLUMN document.line_count IS 'Raw lines.';
COMMENT ON COLUMN document.cleaner_version IS 'Version of the cleaner that gave the verdicts.';
COMMENT ON COLUMN document.run_id IS 'Run that loaded it.';

CREATE TABLE line (
    document_id VARCHAR,
    line_no INTEGER,
    start_offset BIGINT,
    end_offset BIGINT,
    text VARCHAR,
    line_ending VARCHAR,
    verdict VARCHAR,
    category VARCHAR,
    rule VARCHAR,
    score DOUBLE,
    cleaner_version VARCHAR
);
COMMENT ON TABLE line IS 'The line ledger: one row per raw line of every document, with the verdict of the cleaner and its reason.';
COMMENT ON COLUMN line.document_id IS 'The document the line belongs to.';
COMMENT ON COLUMN line.line_no IS 'Position in the document, from 0.';
COMMENT ON COLUMN line.start_offset IS 'Offset of the first character in the raw text.';
COMMENT ON COLUMN line.end_offset IS 'Offset behind the last character, the line ending not counted.';
COMMENT ON COLUMN line.text IS 'The line as it stands in the raw text, without its ending.';
COMMENT ON COLUMN line.line_ending IS 'The characters that end the line; empty for a last line without one.';
COMMENT ON COLUMN line.verdict IS 'keep: part of the body (or blank). drop: left out. move: taken out of the body into a metadata column.';
COMMENT ON COLUMN line.category IS 'Why the line left the body: a row of category. NULL for kept lines.';
COMMENT ON COLUMN line.rule IS 'Name of the rule or model that decided.';
COMMENT ON COLUMN line.score IS 'How sure the cleaner is that the line is not body text, 0 to 1.';
COMMENT ON COLUMN line.cleaner_version IS 'Version of the cleaner that gave the verdict.';

CREATE TABLE category (
    category VARCHAR,
    definition VARCHAR
);
COMMENT ON TABLE category IS 'The closed list of reasons for which a line leaves the body.';
COMMENT ON COLUMN category.category IS 'Name of the category.';
COMMENT ON COLUMN category.definition IS 'What belongs in it.';

CREATE TABLE article (
    article_id VARCHAR,
    document_id VARCHAR,
    source_file_id VARCHAR,
    title VARCHAR,
    subtitle VARCHAR,
    text VARCHAR,
    outlet VARCHAR,
    author VARCHAR,
    published_at TIMESTAMP,
    published_date DATE,
    published_precision VARCHAR,
    language VARCHAR,
    url VARCHAR,
    word_count BIGINT,
    char_count BIGINT,
    cleaner_version VARCHAR,
    run_id VARCHAR
);
COMMENT ON TABLE article IS 'One row per article: what is left of a document after cleaning, with its metadata.';
COMMENT ON COLUMN article.article_id IS 'Id of the article; equal to the id of its document.';
COMMENT ON COLUMN article.document_id IS 'The document it was made from.';
COMMENT ON COLUMN article.source_file_id IS 'The file it came from.';
COMMENT ON COLUMN article.title IS 'Headline, NULL when none was found.';
COMMENT ON COLUMN article.subtitle IS 'Standfirst below the headline, NULL when none was found.';
COMMENT ON COLUMN article.text IS 'Body: the kept lines joined by newlines, without the title.';
COMMENT ON COLUMN article.outlet IS 'Who published it, as far as the document says so; the evidence is in metadatum.';
COMMENT ON COLUMN article.author IS 'Byline, several names separated by "; "; NULL when none was found.';
COMMENT ON COLUMN article.published_at IS 'Time of publication (UTC); NULL unless the document states day, time and time zone. Never the time of the run or of the file.';
COMMENT ON COLUMN article.published_date IS 'Day of publication as the outlet states it; NULL when the document does not state it.';
COMMENT ON COLUMN article.published_precision IS 'instant, day or unknown.';
COMMENT ON COLUMN article.language IS 'ISO 639-1 code of the language, NULL when it is not known.';
COMMENT ON COLUMN article.url IS 'Address the page states for itself, NULL when it states none.';
COMMENT ON COLUMN article.word_count IS 'Words in the body.';
COMMENT ON COLUMN article.char_count IS 'Characters in the body.';
COMMENT ON COLUMN article.cleaner_version IS 'Version of the cleaner that made it.';
COMMENT ON COLUMN article.run_id IS 'Run that loaded it.';

CREATE TABLE metadatum (
    article_id VARCHAR,
    field VARCHAR,
    value VARCHAR,
    method VARCHAR,
    line_no INTEGER,
    start_offset BIGINT,
    end_offset BIGINT
);
COMMENT ON TABLE metadatum IS 'Every fact found about an article, with how it is known and where it stands; one article may have several for one field.';
COMMENT ON COLUMN metadatum.article_id IS 'The article.';
COMMENT ON COLUMN metadatum.field IS 'title, subtitle, outlet, author, published_at, caption, credit, related_title, source_cited, ...';
COMMENT ON COLUMN metadatum.value IS 'The value as it was found.';
COMMENT ON COLUMN metadatum.method IS 'How it is known: line (a raw line says so), json_ld, meta_tag, trafilatura.';
COMMENT ON COLUMN metadatum.line_no IS 'The raw line it stands in, NULL when it does not stand in a line.';
COMMENT ON COLUMN metadatum.start_offset IS 'Offset in the raw text.';
COMMENT ON COLUMN metadatum.end_offset IS 'Offset behind it in the raw text.';

CREATE TABLE mention (
    article_id VARCHAR,
    field VARCHAR,
    start_offset BIGINT,
    end_offset BIGINT,
    label VARCHAR,
    text VARCHAR,
    name VARCHAR,
    score DOUBLE,
    entity_id VARCHAR
);
COMMENT ON TABLE mention IS 'One row per name found in a title, subtitle or body.';
COMMENT ON COLUMN mention.article_id IS 'The article it stands in.';
COMMENT ON COLUMN mention.field IS 'Which text the offsets count in: title, subtitle or body (article.text).';
COMMENT ON COLUMN mention.start_offset IS 'Offset of the first character.';
COMMENT ON COLUMN mention.end_offset IS 'Offset behind the last character.';
COMMENT ON COLUMN mention.label IS 'PERSON, ORG, PLACE, NORP (nationalities, religious and political groups) or MISC.';
COMMENT ON COLUMN mention.text IS 'The name as it stands there.';
COMMENT ON COLUMN mention.name IS 'The fullest form of the same name inside the same article.';
COMMENT ON COLUMN mention.score IS 'How sure the extractor is, 0 to 1.';
COMMENT ON COLUMN mention.entity_id IS 'The entity it stands for.';

CREATE TABLE rejection (
    source_file_id VARCHAR,
    place VARCHAR,
    reason VARCHAR,
    detail VARCHAR,
    sha256 VARCHAR,
    run_id VARCHAR
);
COMMENT ON TABLE rejection IS 'One row per input that could not become an article and has not been mended since.';
COMMENT ON COLUMN rejection.source_file_id IS 'The file.';
COMMENT ON COLUMN rejection.place IS 'Which document in the file; empty for the whole file.';
COMMENT ON COLUMN rejection.reason IS 'A row of rejection_reason.';
COMMENT ON COLUMN rejection.detail IS 'What was found, in one sentence.';
COMMENT ON COLUMN rejection.sha256 IS 'SHA-256 of the bytes, NULL when they could not be read.';
COMMENT ON COLUMN rejection.run_id IS 'Run that refused it.';

CREATE TABLE rejection_reason (
    reason VARCHAR,
    definition VARCHAR
);
COMMENT ON TABLE rejection_reason IS 'The closed list of reasons for which an input is refused.';
COMMENT ON COLUMN rejection_reason.reason IS 'Name of the reason.';
COMMENT ON COLUMN rejection_reason.definition IS 'What it means and what can be done.';
