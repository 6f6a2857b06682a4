DROP TABLE touched_line;
DROP TABLE counted_line;
DROP TABLE moved_line;
