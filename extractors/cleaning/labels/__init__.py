"""Labels that news pages put around articles, and the words they are made of, by language."""
