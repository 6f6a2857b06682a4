-- The run that wrote last: its articles are what the data checks look at.
SELECT max(run_id) FROM run;
