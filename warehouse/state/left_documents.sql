-- Articles whose files were found without them by this run, and still are.
SELECT count(*) FROM document SEMI JOIN article USING (document_id) WHERE left_run_id = $run_id;
