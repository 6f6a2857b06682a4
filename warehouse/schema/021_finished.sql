COMMENT ON COLUMN run.finished_at IS 'When its rows, groups, stories and entities were in the tables (UTC); marts and checks follow. Older rows have the time at which their files had been read.';
