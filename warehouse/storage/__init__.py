"""The database files: opened by one writer, migrated, published as a copy, written anew."""
