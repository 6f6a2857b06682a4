"""Names and sizes that hold unless a user says otherwise."""

from pathlib import Path

DEFAULT_CORPUS = Path("corpus")
DEFAULT_WAREHOUSE = Path("newsmill.duckdb")
FINDERS = ("tagger", "rules")  # of names, those that are always there
FINDER_FORMS = "tagger, rules, spacy:MODEL, gliner:MODEL or python:MODULE:FUNCTION"
DEFAULT_FINDER = "tagger"  # finds names better than rules alone, at a tenth of their speed
DEFAULT_MAX_MB = 20.0  # the longest articles have 1 MB; beyond 20 it is a container or a dump
MOST_MB = 1e6  # a terabyte: more is a slip of the pen
FILES_PER_SHARD = 250  # a Prefect task costs 10-20 ms; a shard of 250 files takes seconds
SHARD_BYTES = 4_000_000  # of files, unless one alone has more: a minute, with the tagger some more
FILES_WITHOUT_POOL = 40  # starting worker processes costs more than reading so few files
HARMLESS_BYTES = 1_000_000  # a text of that size takes seconds
HARMLESS_ENDINGS = (".txt", ".md", ".html", ".htm")  # read without a process of their own if few
