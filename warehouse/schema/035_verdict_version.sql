-- Verdicts on pairs of texts by an older version of newsmill are found anew by the next run.

ALTER TABLE text_pair ADD COLUMN verdict_version VARCHAR;
COMMENT ON COLUMN text_pair.verdict_version IS 'Version of the rules by which kind was decided; the next run compares accepted pairs of older versions again.';
