-- checked_document: what the run loaded, in slices of some 20 million characters. What a check
-- gathers by document stands in memory as a whole: DuckDB cannot put aside texts that it joins.
CREATE OR REPLACE TEMP TABLE checked_document AS
SELECT
    document_id,
    raw_sha256,
    line_count,
    sum(coalesce(char_count, 0)) OVER (
        ORDER BY document_id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) // 20_000_000 AS slice_no
FROM document SEMI JOIN last_run USING (run_id);
