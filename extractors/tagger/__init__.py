"""The neural tagger of names that ships with newsmill, step by step; see data/tagger.md."""
