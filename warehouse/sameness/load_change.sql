CREATE OR REPLACE TEMP TABLE near_change AS FROM near_change_rows;
