"""Numbers that describe each line of a document: what the line model looks at."""
