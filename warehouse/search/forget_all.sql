-- Nothing is searchable any more, and the version of what follows is noted.
DELETE FROM search_posting;
DELETE FROM search_term;
DELETE FROM search_article;
DELETE FROM search_version;
INSERT INTO search_version VALUES ($sql_digest);
