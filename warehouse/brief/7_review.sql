-- What should a person look at?
SELECT
    subject,
    reason,
    count(*) AS cases,
    left(min_by(detail, (-doubt_score, detail)), 100) AS most_doubtful
FROM review_queue
GROUP BY subject, reason
ORDER BY cases DESC, subject, reason;
