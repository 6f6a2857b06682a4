-- A day of publication has a row that states it and lies between 1900 and the day after the run. Checked for what the run loaded.
SELECT article.article_id, article.published_date, article.published_at
FROM article
LEFT JOIN metadatum
    ON metadatum.article_id = article.article_id
    AND metadatum.field = 'published_at'
    AND metadatum.is_chosen
WHERE article.run_id IN (SELECT run_id FROM last_run)
  AND coalesce(article.published_date, article.published_at::DATE) IS NOT NULL
  AND (
      metadatum.article_id IS NULL
      OR article.published_date < DATE '1900-01-01'
      OR article.published_date > (
          SELECT coalesce(max(started_at), TIMESTAMP '9999-12-29') FROM run SEMI JOIN last_run USING (run_id)
      )::DATE + 1
  );
