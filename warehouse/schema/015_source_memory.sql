-- Source memory: lines that stand in several documents of one outlet.

CREATE TABLE source_line_place (
    document_id VARCHAR,
    line_no INTEGER,
    source VARCHAR,
    line_key UBIGINT,
    word_count BIGINT,
    text_key UBIGINT
);
COMMENT ON TABLE source_line_place IS 'One row per line that is not surely body: what source_line is counted from.';
COMMENT ON COLUMN source_line_place.document_id IS 'The document.';
COMMENT ON COLUMN source_line_place.line_no IS 'The line (see line).';
COMMENT ON COLUMN source_line_place.source IS 'Who published the document: host of its address, else the outlet it states, else the folder it lies in ("folder:" and the path).';
COMMENT ON COLUMN source_line_place.line_key IS 'Hash of the words of the line, in small letters and with every number alike.';
COMMENT ON COLUMN source_line_place.word_count IS 'Words of the line.';
COMMENT ON COLUMN source_line_place.text_key IS 'Hash of the longest line that is surely body: documents that share it are one text and count once.';

CREATE TABLE source_line (
    source VARCHAR,
    line_key UBIGINT,
    document_count BIGINT,
    text VARCHAR
);
COMMENT ON TABLE source_line IS 'Source memory: one row per line that stands in two or more different texts of one outlet. The cleaner takes such a line for furniture where the line model wavers (line.rule = source_memory).';
COMMENT ON COLUMN source_line.source IS 'The outlet (see source_line_place).';
COMMENT ON COLUMN source_line.line_key IS 'Hash of the words of the line.';
COMMENT ON COLUMN source_line.document_count IS 'Different texts of the outlet that hold it.';
COMMENT ON COLUMN source_line.text IS 'The line as it stands in one of them, the first in alphabetical order.';
