"""The finder of names that a user chose: tagger, rules, or an adapter for something else.

tagger                   the tagger that ships, with rules beside it
rules                    rules and tables alone
spacy:MODEL              a spaCy pipeline, by its package name or folder
gliner:MODEL             a GLiNER model, by its name on the hub or folder
python:MODULE:FUNCTION   your own function: (texts, language) -> Mention records
"""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec

from extractors.names.finders import RULES, TAGGER, NameFinder
from flows.defaults import FINDER_FORMS
from flows.documents.finder_adapters import FinderError, load_function, load_gliner, load_spacy

BUILT_IN = {finder.name: finder for finder in (TAGGER, RULES)}
EXTRAS = {"spacy": "newsmill[spacy]", "gliner": "newsmill[gliner]"}
TRIAL = (
    ("title", "Angela Merkel in Paris"),
    ("body", "The chancellor, Angela Merkel, met Emmanuel Macron in Paris on Monday."),
)


def check_finder(choice: str) -> str:
    """The choice itself; raises FinderError when its form is wrong or its package missing."""
    kind, _, rest = choice.partition(":")
    if choice in BUILT_IN:
        return choice
    if kind in EXTRAS and rest:
        if find_spec(kind) is None:
            raise FinderError(
                f"--names {choice} needs the package {kind}: pip install '{EXTRAS[kind]}'"
            )
        return choice
    if kind == "python" and all(rest.partition(":")):
        return choice
    raise FinderError(f"--names must be {FINDER_FORMS}, not {choice!r}")


@lru_cache(maxsize=4)
def load_finder(choice: str) -> NameFinder:
    """The finder, loaded once per process; raises FinderError."""
    check_finder(choice)
    if choice in BUILT_IN:
        return BUILT_IN[choice]
    kind, _, rest = choice.partition(":")
    load = {"spacy": load_spacy, "gliner": load_gliner, "python": load_function}[kind]
    return load(choice, rest)


def try_finder(choice: str) -> NameFinder:
    """The finder, loaded; raises FinderError when one of a user's own fails on a short text.

    A fault in it would cost every article, each by itself, and be seen at the end only.
    """
    finder = load_finder(choice)
    if choice.startswith("python:"):
        known = finder.languages or {"en"}
        try:
            finder.find(TRIAL, "en" if "en" in known else min(known))
        except Exception as error:  # whatever a user's function may raise
            told = str(error) if isinstance(error, FinderError) else repr(error)
            raise FinderError(f"--names {choice} fails on a short text: {told}") from error
    return finder
