-- A quotation is the text at its offsets. Checked for what the run loaded.
SELECT quotation.article_id, quotation.start_offset, quotation.text
FROM quotation
JOIN article USING (article_id)
WHERE article.run_id IN (SELECT run_id FROM last_run)
  AND quotation.text IS DISTINCT FROM substring(
      article.text, quotation.start_offset + 1, quotation.end_offset - quotation.start_offset
  );
