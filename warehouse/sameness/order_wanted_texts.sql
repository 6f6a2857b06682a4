-- Wanted texts are searched in slices, so that memory stays bounded. What is found does not depend
-- on the slices: shingles are counted over all texts, and a pair of two wanted texts is taken in the
-- slice of the first.
CREATE OR REPLACE TEMP TABLE near_wanted_rank AS
SELECT text_key, row_number() OVER (ORDER BY text_key) - 1 AS rank FROM near_wanted_text;

-- Further copies of one text say nothing new.
CREATE OR REPLACE TEMP TABLE near_copied_text AS
SELECT text_key, min(article_id) AS first_id FROM fingerprint
SEMI JOIN (SELECT text_key FROM fingerprint GROUP BY text_key HAVING count(*) > 1) USING (text_key)
GROUP BY text_key;

CREATE OR REPLACE TEMP TABLE near_copy AS
SELECT article_id FROM fingerprint JOIN near_copied_text USING (text_key)
WHERE article_id <> first_id;
