-- Words that no article holds any more.
DELETE FROM search_term
WHERE term_no IN (
    FROM search_lost
    EXCEPT SELECT term_no FROM search_posting SEMI JOIN search_lost USING (term_no)
);
DROP TABLE search_lost;
