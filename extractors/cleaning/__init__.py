"""Cleaning of one article, line by line, with a reason for every line that leaves the body."""

from extractors.cleaning.decide import CLEANER_VERSION, clean, clean_many
from extractors.cleaning.verdicts import is_in_doubt

__all__ = ["CLEANER_VERSION", "clean", "clean_many", "is_in_doubt"]
