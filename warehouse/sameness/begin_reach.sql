-- near_tie: corrections as pairs of texts, since all articles with the same words go together.
-- near_reach: the touched texts, to be widened to their components. near_reach_edge: pairs that
-- lead out of it.
CREATE OR REPLACE TEMP TABLE near_tie AS
SELECT DISTINCT tie.correction_no, tie.relation,
       mine.text_key AS text_a, other.text_key AS text_b
FROM sameness_correction AS tie
JOIN fingerprint AS mine ON mine.article_id = tie.article_id
JOIN fingerprint AS other ON other.article_id = tie.target_article_id
WHERE tie.subject = 'duplicate_group' AND mine.text_key <> other.text_key;

CREATE OR REPLACE TEMP TABLE near_reach AS
SELECT DISTINCT text_key FROM near_regroup WHERE text_key IS NOT NULL;

CREATE OR REPLACE TEMP TABLE near_reach_edge AS
SELECT text_key FROM near_reach;
