-- Lines of unchanged texts that get another verdict or category: what was before stays on record.
INSERT INTO line_change BY NAME
SELECT
    (SELECT run_id FROM this_run) AS run_id,
    former.document_id,
    former.line_no,
    former.verdict AS former_verdict,
    former.category AS former_category,
    former.rule AS former_rule,
    former.score AS former_score,
    former.cleaner_version AS former_version,
    fresh.verdict,
    fresh.category,
    fresh.rule,
    fresh.score,
    fresh.cleaner_version
FROM line AS former
JOIN staged_line AS fresh ON fresh.document_id = former.document_id AND fresh.line_no = former.line_no
WHERE former.document_id IN (
    SELECT document.document_id
    FROM document
    JOIN staged_document AS fresh_document
    ON fresh_document.document_id = document.document_id
    AND fresh_document.raw_sha256 = document.raw_sha256
    WHERE document.document_id IN (SELECT document_id FROM replaced_document)
)
  AND (former.verdict, former.category) IS DISTINCT FROM (fresh.verdict, fresh.category);
