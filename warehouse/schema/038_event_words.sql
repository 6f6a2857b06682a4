-- Articles about one town, person or club are alike by names whatever happened there: words that are
-- no names tell two events apart. Terms without them are read again by the next run.

ALTER TABLE story_term ADD COLUMN event_words UBIGINT[];
COMMENT ON COLUMN story_term.event_words IS 'Hashes of the first word stems that are no names or numbers, in the order of reading; empty for languages other than English.';
ALTER TABLE story_edge ADD COLUMN event_share DOUBLE;
COMMENT ON COLUMN story_edge.event_share IS 'Share of the words of the shorter article that are no names which the other one has too, in these or words near them in meaning: 0 to 1. Under .17 (less where there are few words) the two tell of other events, and the score is 0. NULL where there are too few such words to tell, and for low scores.';
COMMENT ON VIEW story IS 'One row per story: an event, told by one article or more. Reports of one event in two languages are two stories, but where names and numbers alone join them.';
