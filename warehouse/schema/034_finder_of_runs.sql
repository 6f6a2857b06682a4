ALTER TABLE run ADD COLUMN finder VARCHAR;
COMMENT ON COLUMN run.finder IS 'What found names in what it read (--names); NULL for runs of versions before it was noted.';
