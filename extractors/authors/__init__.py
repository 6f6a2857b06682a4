"""Who wrote an article: bylines, the words in them, and the agencies it comes from."""
