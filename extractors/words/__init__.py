"""The words of texts in bulk: where they begin, their hashes and stems, and how rare they are."""
