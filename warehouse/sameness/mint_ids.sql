-- Ids for the clusters found anew. fresh_member: article_id, cluster; former_member: article_id,
-- subject_id it had; variables subject and run_id. Result: cluster_id (cluster, subject_id).
-- An id follows most of its articles; where several arrive, the oldest survives.
CREATE OR REPLACE TEMP TABLE id_former AS
SELECT subject_id, mint_no FROM sameness_id
WHERE subject = getvariable('subject') AND subject_id IN (SELECT subject_id FROM former_member);

CREATE OR REPLACE TEMP TABLE id_vote AS
SELECT former.subject_id, fresh.cluster, count(*) AS article_count, min(fresh.article_id) AS first_id
FROM former_member AS former JOIN fresh_member AS fresh USING (article_id)
GROUP BY ALL;

CREATE OR REPLACE TEMP TABLE id_heir AS
SELECT vote.subject_id, vote.cluster, vote.article_count, known.mint_no = min(known.mint_no) OVER (PARTITION BY vote.cluster) AS survives
FROM (
    FROM id_vote
    QUALIFY row_number() OVER (PARTITION BY subject_id ORDER BY article_count DESC, first_id) = 1
) AS vote
JOIN id_former AS known USING (subject_id);

CREATE OR REPLACE TEMP TABLE cluster_id AS
SELECT cluster, subject_id FROM id_heir WHERE survives;

CREATE OR REPLACE TEMP TABLE id_loss AS
SELECT heir.subject_id, 'merged' AS event, cluster_id.subject_id AS other_id, heir.article_count
FROM id_heir AS heir JOIN cluster_id USING (cluster) WHERE NOT heir.survives
UNION ALL
SELECT subject_id, 'gone', NULL, count(*) FROM former_member
WHERE subject_id NOT IN (SELECT subject_id FROM id_vote)
GROUP BY subject_id;

UPDATE sameness_id SET status = loss.event, merged_into = loss.other_id
FROM id_loss AS loss
WHERE sameness_id.subject = getvariable('subject') AND sameness_id.subject_id = loss.subject_id;

UPDATE sameness_id SET merged_into = loss.other_id
FROM id_loss AS loss
WHERE sameness_id.subject = getvariable('subject') AND sameness_id.merged_into = loss.subject_id
  AND loss.event = 'merged';

-- Clusters without an heir get an id of their own: that of their founder, if nobody has it now.
CREATE OR REPLACE TEMP TABLE id_birth AS
SELECT cluster, founder_article_id, returns,
       founder_article_id || if(given_count = 0 OR returns, '', '-' || (given_count + 1)) AS subject_id
FROM (
    SELECT founded.cluster, founder_article_id, count(known.subject_id) AS given_count,
           coalesce(bool_or(known.subject_id = founder_article_id AND known.status <> 'alive'), false)
               AS returns
    FROM (
        SELECT cluster, min(article_id) AS founder_article_id
        FROM fresh_member ANTI JOIN cluster_id USING (cluster) GROUP BY cluster
    ) AS founded
    LEFT JOIN (FROM sameness_id WHERE subject = getvariable('subject')) AS known
        USING (founder_article_id)
    GROUP BY cluster, founder_article_id
);

INSERT INTO cluster_id SELECT cluster, subject_id FROM id_birth;

UPDATE sameness_id SET status = 'alive', merged_into = NULL
FROM id_birth AS birth
WHERE birth.returns AND sameness_id.subject = getvariable('subject')
  AND sameness_id.subject_id = birth.subject_id;

INSERT INTO sameness_id
SELECT getvariable('subject'), subject_id,
       row_number() OVER (ORDER BY subject_id)
           + (SELECT coalesce(max(mint_no), 0) FROM sameness_id WHERE subject = getvariable('subject')),
       founder_article_id, 'alive', NULL, getvariable('run_id')
FROM id_birth WHERE NOT returns;

INSERT INTO sameness_event
SELECT getvariable('subject'),
       row_number() OVER (ORDER BY step, subject_id)
           + (SELECT coalesce(max(event_no), 0) FROM sameness_event WHERE subject = getvariable('subject')),
       event, subject_id, other_id, article_count, getvariable('run_id')
FROM (
    SELECT 1 AS step, subject_id, event, other_id, article_count FROM id_loss
    UNION ALL
    SELECT 2, birth.subject_id, 'returned', NULL, NULL FROM id_birth AS birth WHERE returns
    UNION ALL
    (SELECT 3, birth.subject_id, 'split', vote.subject_id, vote.article_count
     FROM id_birth AS birth JOIN id_vote AS vote USING (cluster)
     QUALIFY row_number() OVER (PARTITION BY birth.cluster ORDER BY vote.article_count DESC, vote.subject_id) = 1)
);
