-- Every file seen by a run has exactly one outcome.
SELECT run_id, seen_count, loaded_count, unchanged_count, duplicate_count, quarantined_count, vanished_count
FROM run
WHERE seen_count <> loaded_count + unchanged_count + duplicate_count + quarantined_count + vanished_count;
