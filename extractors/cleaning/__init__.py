"""Cleaning of one article, line by line, with a reason for every line that leaves the body."""

from extractors.cleaning.decide import CLEANER_VERSION, clean

__all__ = ["CLEANER_VERSION", "clean"]
