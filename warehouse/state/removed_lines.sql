SELECT line.category, count(*) AS line_count
FROM line
JOIN document USING (document_id)
JOIN this_run USING (run_id)
WHERE line.verdict <> 'keep' AND line.category NOT IN ('title', 'subtitle')
GROUP BY ALL
ORDER BY ALL;
