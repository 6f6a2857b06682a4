-- Articles in which other rules looked for quotations, or none (variable quotation_version).
CREATE OR REPLACE TEMP TABLE stale_quoting AS
SELECT article_id, row_number() OVER (ORDER BY article_id) - 1 AS rank
FROM article WHERE quotation_version IS DISTINCT FROM getvariable('quotation_version');
SELECT count(*) FROM stale_quoting;
