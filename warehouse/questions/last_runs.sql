-- The newest runs with their counts, one row each.
SELECT run_id, job, started_at, finished_at, status, seen_count, loaded_count, unchanged_count,
       duplicate_count, quarantined_count, vanished_count, article_count, container_count,
       contained_document_count, contained_article_count, contained_rejection_count,
       newsmill_version
FROM run ORDER BY started_at DESC, run_id DESC LIMIT $limit;
