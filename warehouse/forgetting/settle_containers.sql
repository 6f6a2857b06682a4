-- Files with many documents of which all that was in them was forgotten are so themselves.
UPDATE rejection
SET reason = 'forgotten', detail = of_file.detail
FROM (
    SELECT source_file_id, any_value(detail) AS detail FROM rejection WHERE place <> ''
    GROUP BY source_file_id HAVING bool_and(reason = 'forgotten')
) AS of_file
WHERE rejection.source_file_id = of_file.source_file_id
  AND rejection.place = '' AND rejection.reason = 'no_documents';
