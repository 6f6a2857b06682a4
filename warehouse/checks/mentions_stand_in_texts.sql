-- A mention is the text at its offsets. Checked for what the run loaded.
SELECT mention.article_id, mention.field, mention.start_offset, mention.text
FROM mention
JOIN article USING (article_id)
WHERE article.run_id IN (SELECT run_id FROM last_run)
  AND mention.text IS DISTINCT FROM substring(
      CASE mention.field WHEN 'title' THEN article.title WHEN 'subtitle' THEN article.subtitle ELSE article.text END,
      mention.start_offset + 1, mention.end_offset - mention.start_offset
  );
