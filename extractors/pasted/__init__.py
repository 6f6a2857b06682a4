"""What the first lines of a pasted text tell that no label states: its day, its author."""
