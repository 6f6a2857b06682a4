-- One step along the edges from the texts that were reached last (near_reach_edge).
CREATE OR REPLACE TEMP TABLE near_reach_next AS
SELECT DISTINCT text_key FROM (
    SELECT text_b AS text_key FROM text_pair
    WHERE kind IS NOT NULL AND text_a IN (SELECT text_key FROM near_reach_edge)
    UNION ALL
    SELECT text_a FROM text_pair
    WHERE kind IS NOT NULL AND text_b IN (SELECT text_key FROM near_reach_edge)
    UNION ALL
    SELECT text_b FROM near_tie WHERE relation = 'together' AND text_a IN (SELECT text_key FROM near_reach_edge)
    UNION ALL
    SELECT text_a FROM near_tie WHERE relation = 'together' AND text_b IN (SELECT text_key FROM near_reach_edge)
)
ANTI JOIN near_reach USING (text_key);

INSERT INTO near_reach FROM near_reach_next;
CREATE OR REPLACE TEMP TABLE near_reach_edge AS FROM near_reach_next;
