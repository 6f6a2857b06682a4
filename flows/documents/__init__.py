"""A file's documents as rows: read, cleaned, named, staged. Pure but for the staging folder."""
