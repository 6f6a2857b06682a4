-- Refusals and states of the files whose documents were cleaned again.
CREATE OR REPLACE TEMP TABLE replayed_file AS
SELECT
    file.source_file_id,
    file.status = 'vanished' AS is_vanished,
    file.source_file_id IN (SELECT source_file_id FROM article) AS has_article,
    bool_or(replayed.place <> '') AS is_container
FROM replayed_document AS replayed
JOIN source_file AS file USING (source_file_id)
GROUP BY ALL;

DELETE FROM rejection
USING replayed_document AS replayed
WHERE rejection.source_file_id = replayed.source_file_id AND rejection.place = replayed.place
  AND rejection.reason IN ('no_body', 'no_article');

INSERT INTO rejection BY NAME
SELECT
    replayed.source_file_id, replayed.place, replayed.reason, replayed.detail,
    file.sha256, (SELECT run_id FROM this_run) AS run_id
FROM replayed_document AS replayed
JOIN source_file AS file USING (source_file_id)
WHERE replayed.reason IS NOT NULL
  AND (replayed.place <> '' OR (
      file.status <> 'vanished'
      AND file.source_file_id NOT IN (SELECT source_file_id FROM rejection WHERE place = '')
  ));

-- Not of a file that changed into one in which nothing can be read: its articles are of before.
DELETE FROM rejection
WHERE place = '' AND reason = 'no_documents'
  AND source_file_id IN (
      SELECT file.source_file_id
      FROM replayed_file
      JOIN source_file AS file USING (source_file_id)
      LEFT JOIN (
          SELECT article.source_file_id, count(*) AS count
          FROM article JOIN document USING (document_id)
          WHERE document.left_run_id IS NULL
          GROUP BY ALL
      ) AS held USING (source_file_id)
      LEFT JOIN (
          SELECT source_file_id, count(*) AS count FROM rejection WHERE place <> '' GROUP BY ALL
      ) AS refused USING (source_file_id)
      WHERE replayed_file.has_article
        AND coalesce(held.count, 0) + coalesce(refused.count, 0)
            = coalesce(file.document_count, coalesce(held.count, 0) + coalesce(refused.count, 0))
  );

INSERT INTO rejection BY NAME
SELECT
    source_file_id, '' AS place, 'no_documents' AS reason,
    'None of its documents became an article.' AS detail,
    file.sha256, (SELECT run_id FROM this_run) AS run_id
FROM replayed_file
JOIN source_file AS file USING (source_file_id)
WHERE is_container AND NOT has_article AND NOT is_vanished
  AND source_file_id NOT IN (SELECT source_file_id FROM rejection WHERE place = '');

UPDATE source_file
SET status = now.status, last_run_id = (SELECT run_id FROM this_run)
FROM (
    SELECT
        source_file_id,
        CASE WHEN source_file_id IN (SELECT source_file_id FROM rejection WHERE place = '')
            THEN 'quarantined' ELSE 'loaded' END AS status
    FROM replayed_file
    WHERE NOT is_vanished
) AS now
WHERE source_file.source_file_id = now.source_file_id AND source_file.status <> now.status;
