"""What is known of names before a text is read: tables, words beside them, spellings, keys."""
