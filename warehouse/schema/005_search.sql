-- Full-text search: which article holds which word how often. Filled by warehouse/search.py.

CREATE TABLE search_article (
    article_id VARCHAR,
    article_no INTEGER,
    word_weight BIGINT,
    run_id VARCHAR
);
COMMENT ON TABLE search_article IS 'One row per article that can be searched.';
COMMENT ON COLUMN search_article.article_id IS 'The article.';
COMMENT ON COLUMN search_article.article_no IS 'Its number in search_posting: small, so that a million articles fit. Means nothing outside.';
COMMENT ON COLUMN search_article.word_weight IS 'Words in body and title, those of the title counted three times.';
COMMENT ON COLUMN search_article.run_id IS 'Run that loaded the article as it is searched; another one means that it has changed since.';

CREATE TABLE search_term (
    term VARCHAR,
    term_no INTEGER
);
COMMENT ON TABLE search_term IS 'One row per word that an article holds or held: lower case, without accents.';
COMMENT ON COLUMN search_term.term IS 'The word, at most 64 characters; each Chinese or Japanese character is a word.';
COMMENT ON COLUMN search_term.term_no IS 'Its number in search_posting.';

CREATE TABLE search_posting (
    term_no INTEGER,
    article_no INTEGER,
    weight USMALLINT
);
COMMENT ON TABLE search_posting IS 'One row per word and article that holds it.';
COMMENT ON COLUMN search_posting.term_no IS 'The word.';
COMMENT ON COLUMN search_posting.article_no IS 'The article.';
COMMENT ON COLUMN search_posting.weight IS 'How often it stands there, in the title counted three times; 65535 at most.';

CREATE TABLE search_version (
    sql_digest VARCHAR
);
COMMENT ON TABLE search_version IS 'One row: how words were found when the articles were made searchable.';
COMMENT ON COLUMN search_version.sql_digest IS 'Digest of warehouse/search/*.sql; when it differs, every article is read again.';
