SELECT run_id, started_at, finished_at, status, seen_count, loaded_count, unchanged_count,
       duplicate_count, quarantined_count, vanished_count, article_count, newsmill_version
FROM run ORDER BY run_id DESC LIMIT $limit;
