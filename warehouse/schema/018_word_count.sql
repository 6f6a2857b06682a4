COMMENT ON COLUMN article.word_count IS 'Words in the body; in scripts without spaces between words (Chinese, Japanese, Thai) each character is one.';
