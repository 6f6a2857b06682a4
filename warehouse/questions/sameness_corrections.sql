-- The corrections of one subject, one row per decision.
SELECT correction_no, action, any_value(decided_at) AS decided_at,
       list(DISTINCT article_id ORDER BY article_id) AS articles,
       list(DISTINCT target_article_id ORDER BY target_article_id) AS others
FROM sameness_correction WHERE subject = $subject
GROUP BY correction_no, action ORDER BY correction_no;
