DELETE FROM sameness_correction WHERE subject = $subject AND correction_no = $correction_no
RETURNING article_id, target_article_id;
