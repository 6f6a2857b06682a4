-- Lines that a run took out of bodies, by category; titles and subtitles only moved.
SELECT line.category, count(*) AS line_count
FROM line
JOIN document USING (document_id)
WHERE document.run_id = $run_id
  AND line.verdict <> 'keep'
  AND line.category NOT IN ('title', 'subtitle')
GROUP BY ALL
ORDER BY ALL;
