SELECT count(*) FROM document WHERE cleaner_version <> $version;
