-- Fingerprints of another version of the hashes (variable fingerprint_version).
CREATE OR REPLACE TEMP TABLE stale_fingerprint AS
SELECT article_id, row_number() OVER (ORDER BY article_id) - 1 AS rank
FROM fingerprint WHERE fingerprint_version IS DISTINCT FROM getvariable('fingerprint_version');

CREATE OR REPLACE TEMP TABLE near_renewed (article_id VARCHAR);
