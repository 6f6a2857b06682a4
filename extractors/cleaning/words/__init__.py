"""The words of many lines as numbers, and what is known of each."""
