-- True when stored articles have quotations, hashes, verdicts on pairs or story terms of another version of newsmill.
SELECT EXISTS (FROM article WHERE quotation_version IS DISTINCT FROM $quotations)
    OR EXISTS (FROM fingerprint WHERE fingerprint_version IS DISTINCT FROM $fingerprints)
    OR EXISTS (FROM text_pair WHERE kind IS NOT NULL AND verdict_version IS DISTINCT FROM $verdicts)
    OR EXISTS (FROM story_term WHERE slots IS NULL OR event_words IS NULL);
