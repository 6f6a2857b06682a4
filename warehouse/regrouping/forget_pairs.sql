-- Earlier corrections that a new one takes back: correction_left and correction_right (article_id).
DELETE FROM sameness_correction
WHERE subject = $subject AND relation = $relation
  AND ((article_id IN (FROM correction_left) AND target_article_id IN (FROM correction_right))
    OR (article_id IN (FROM correction_right) AND target_article_id IN (FROM correction_left)));
