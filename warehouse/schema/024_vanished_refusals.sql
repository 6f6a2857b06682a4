COMMENT ON COLUMN source_file.sha256 IS 'SHA-256 of the bytes, hexadecimal; NULL when they could not be read, or were refused before the file vanished.';
