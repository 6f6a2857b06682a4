-- What a person may mean by a name: an id, a former id or an article (by id or path), whole or the start.
SELECT 'id' AS kind, subject_id, any_value(head_article_id) AS article_id, subject_id = $name AS is_whole
FROM sameness_member
WHERE subject = $subject AND (subject_id = $name OR (length($name) >= 6 AND starts_with(subject_id, $name)))
GROUP BY subject_id
UNION ALL
SELECT 'former id', member.subject_id, any_value(member.head_article_id), former.subject_id = $name
FROM sameness_id AS former
JOIN sameness_member AS member ON member.subject = former.subject AND member.subject_id = former.merged_into
WHERE former.subject = $subject AND former.status = 'merged'
  AND (former.subject_id = $name OR (length($name) >= 6 AND starts_with(former.subject_id, $name)))
GROUP BY member.subject_id, former.subject_id
UNION ALL
SELECT 'article', member.subject_id, member.article_id,
       member.article_id = $name OR coalesce($path IN (file.path, file.path || '!/' || document.place), false)
FROM sameness_member AS member
LEFT JOIN document ON document.document_id = member.article_id
LEFT JOIN source_file AS file ON file.source_file_id = document.source_file_id
WHERE member.subject = $subject
  AND (member.article_id = $name OR $path IN (file.path, file.path || '!/' || document.place)
       OR (length($name) >= 6 AND starts_with(member.article_id, $name)));
