-- True when stored articles have quotations, hashes or story terms of another version of newsmill.
SELECT EXISTS (FROM article WHERE quotation_version IS DISTINCT FROM $quotations)
    OR EXISTS (FROM fingerprint WHERE fingerprint_version IS DISTINCT FROM $fingerprints)
    OR EXISTS (FROM story_term WHERE slots IS NULL);
