-- What found the names of the articles that were read last.
SELECT arg_max(finder, started_at) FROM run WHERE finder IS NOT NULL AND loaded_count > 0;
