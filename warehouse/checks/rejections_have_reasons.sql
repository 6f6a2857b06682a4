-- Every rejection has a reason of the closed list.
SELECT source_file_id, reason FROM rejection ANTI JOIN rejection_reason USING (reason);
