-- Reports that fill one frame with other facts tell of other events. Terms without slots are read
-- again by the next run.

ALTER TABLE story_term ADD COLUMN slots UBIGINT[];
COMMENT ON COLUMN story_term.slots IS 'Hashes of the places for facts near its start: of the words around the facts (upper 32 bits) and of the facts (lower 32).';
