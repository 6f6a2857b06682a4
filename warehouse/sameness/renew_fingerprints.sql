-- renewed_fingerprint: the rows of a slice of stale_fingerprint, without persons. Where the hashes are
-- the same in both versions, as those of most texts may be, only the version is written.
CREATE OR REPLACE TEMP TABLE near_other_print AS
SELECT renewed.* FROM renewed_fingerprint AS renewed
JOIN fingerprint AS stored ON stored.article_id = renewed.article_id
WHERE stored.text_digest IS DISTINCT FROM renewed.text_digest
   OR stored.sketch IS DISTINCT FROM renewed.sketch;

INSERT INTO near_renewed SELECT article_id FROM near_other_print;

UPDATE fingerprint
SET text_digest = other.text_digest, text_key = other.text_key, word_count = other.word_count,
    shingle_count = other.shingle_count, sample = other.sample, sketch = other.sketch
FROM near_other_print AS other WHERE other.article_id = fingerprint.article_id;

UPDATE fingerprint SET fingerprint_version = getvariable('fingerprint_version')
WHERE article_id IN (SELECT article_id FROM renewed_fingerprint);
