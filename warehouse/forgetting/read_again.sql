-- Files with documents that are refused as forgotten: the next run reads them again.
UPDATE source_file SET sha256 = NULL
WHERE source_file_id IN (SELECT source_file_id FROM rejection WHERE reason = 'forgotten');
