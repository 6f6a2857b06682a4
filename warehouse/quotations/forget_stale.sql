DELETE FROM quotation WHERE article_id IN (SELECT article_id FROM stale_quoting);
UPDATE article SET quotation_version = getvariable('quotation_version')
WHERE article_id IN (SELECT article_id FROM stale_quoting);
