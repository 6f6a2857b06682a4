"""Cleaning of one article, line by line, with a reason for every line that leaves the body."""

from extractors.cleaning.decide import CLEANER_VERSION, clean, clean_many

__all__ = ["CLEANER_VERSION", "clean", "clean_many"]
