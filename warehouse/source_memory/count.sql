-- Brings source_line up to date for the touched lines (touched_line). moved_line: those that are
-- now in another class of the rule (one document, two, many), so that their documents look again.
CREATE OR REPLACE TEMP TABLE counted_line AS
SELECT place.source, place.line_key, count(DISTINCT text_key) AS document_count, min(text) AS text
FROM source_line_place AS place
SEMI JOIN touched_line USING (source, line_key)
JOIN line ON line.document_id = place.document_id AND line.line_no = place.line_no
GROUP BY place.source, place.line_key
HAVING count(DISTINCT text_key) > 1;

CREATE OR REPLACE TEMP TABLE moved_line AS
SELECT source, line_key
FROM touched_line
LEFT JOIN counted_line AS now USING (source, line_key)
LEFT JOIN source_line AS known USING (source, line_key)
CROSS JOIN memory_rule
WHERE least(coalesce(now.document_count, 1), many_documents)
    <> least(coalesce(known.document_count, 1), many_documents);

DELETE FROM source_line
WHERE (source, line_key) IN (SELECT (source, line_key) FROM touched_line);
INSERT INTO source_line BY NAME FROM counted_line;
