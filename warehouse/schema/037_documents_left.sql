-- Documents that their file no longer holds, as feeds drop what is old.

ALTER TABLE document ADD COLUMN left_run_id VARCHAR;
COMMENT ON COLUMN document.left_run_id IS 'Run that found its file without it, as feeds drop what is old and exports are written anew: its article stays. NULL while the file holds it, and for a file that is gone (source_file.status).';
