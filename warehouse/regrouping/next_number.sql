SELECT coalesce(max(correction_no), 0) + 1 FROM sameness_correction;
