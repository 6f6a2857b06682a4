-- Pairs of numbered articles that fill one frame with other facts: much of one text stands in the
-- other, and at many places both state facts, but not the same ones.
WITH worked AS MATERIALIZED (
    SELECT number.article_no, copy.text_key
    FROM story_article_no AS number JOIN duplicate_group AS copy USING (article_id)
    WHERE copy.text_key IS NOT NULL
)
SELECT least(mine.article_no, other.article_no)::BIGINT AS a,
       greatest(mine.article_no, other.article_no)::BIGINT AS b
FROM text_pair AS pair
JOIN worked AS mine ON mine.text_key = pair.text_a
JOIN worked AS other ON other.text_key = pair.text_b
WHERE pair.kind IS NULL
  AND pair.conflicting_slot_count >= getvariable('frame_conflicts')
  AND greatest(pair.containment_a, pair.containment_b) >= getvariable('frame_containment')
  AND pair.conflicting_slot_count * greatest(pair.containment_a, pair.containment_b)
      >= getvariable('frame_evidence') * (pair.agreeing_slot_count + pair.conflicting_slot_count);
