-- The closed lists.
SELECT 'category' AS list, category AS word, definition FROM category
UNION ALL
SELECT 'rejection_reason', reason, definition FROM rejection_reason
ORDER BY ALL;
