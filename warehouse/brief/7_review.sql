-- What should a person look at?
-- Of each kind the case in which most is at stake, and the command that shows it.
SELECT
    subject,
    reason,
    count(*) AS cases,
    left(min_by(detail, (-doubt_score * coalesce(word_count, 1), detail)), 100) AS most_at_stake,
    min_by(look, (-doubt_score * coalesce(word_count, 1), detail)) AS look
FROM review_queue
GROUP BY subject, reason
ORDER BY cases DESC, subject, reason;
