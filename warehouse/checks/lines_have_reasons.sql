-- A line that left the body has a category of the closed list; a kept line has none.
SELECT document_id, line_no, verdict, category
FROM line
WHERE verdict NOT IN ('keep', 'drop', 'move')
   OR (verdict = 'keep') <> (category IS NULL)
   OR (category IS NOT NULL AND category NOT IN (SELECT category FROM category))
   OR rule IS NULL OR cleaner_version IS NULL;
