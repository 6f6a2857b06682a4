SELECT sql_digest FROM search_version;
