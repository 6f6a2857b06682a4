-- Wanted texts are searched in slices, so that memory stays bounded. What is found does not depend
-- on the slices: shingles are counted over all texts, and a pair of two wanted texts is taken in the
-- slice of the first.
CREATE OR REPLACE TEMP TABLE near_wanted_rank AS
SELECT text_key, row_number() OVER (ORDER BY text_key) - 1 AS rank FROM near_wanted_text;
