-- The slices of checked_document.
SELECT DISTINCT slice_no FROM checked_document ORDER BY slice_no;
