"""Sameness at two levels: copies of one text (duplicate_group) and tellings of one event (story).

Both updates run inside the transaction of their caller, when the rows of new and changed articles
stand in article, fingerprint and mention and those of removed ones are gone. `changed_ids` are the
articles that came or changed, `removed_ids` those that went. update_near_duplicates goes first:
stories are clusters of canonical articles.
"""

from __future__ import annotations

from warehouse.sameness.duplicate_update import update_near_duplicates
from warehouse.sameness.pair_verdicts import CandidateParameters
from warehouse.sameness.story_search import StoryCandidateParameters
from warehouse.sameness.story_update import StoryReport, update_stories

__all__ = [
    "CandidateParameters",
    "StoryCandidateParameters",
    "StoryReport",
    "update_near_duplicates",
    "update_stories",
]
