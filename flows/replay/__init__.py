"""Stored documents cleaned again, refused files read again, and what either would change."""
