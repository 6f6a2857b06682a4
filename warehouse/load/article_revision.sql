-- What articles said whose file changed, where title or text are others now.
INSERT INTO article_revision BY NAME
SELECT
    former.article_id,
    former.run_id,
    (SELECT run_id FROM this_run) AS replaced_run_id,
    former.title,
    former.author,
    former.text,
    former.word_count,
    former.published_at,
    former.updated_at
FROM article AS former
JOIN staged_article AS fresh ON fresh.article_id = former.article_id
JOIN document ON document.document_id = former.document_id
JOIN staged_document ON staged_document.document_id = former.document_id
WHERE former.document_id IN (SELECT document_id FROM replaced_document)
  AND staged_document.raw_sha256 <> document.raw_sha256
  AND (former.title, former.text) IS DISTINCT FROM (fresh.title, fresh.text);
