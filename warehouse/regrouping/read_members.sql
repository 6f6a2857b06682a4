SELECT article_id, unit_article_id FROM sameness_member
WHERE subject = $subject AND subject_id = $subject_id
ORDER BY article_id;
