"""Who a byline names: persons, organisations, and what is neither.

"By Anna Novak and Peter Holm, dpa" names two persons and an agency. Roles, places, user names, the
outlet itself and buttons of the page are no persons: they are refused, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.authors.agency_names import agency_name
from extractors.authors.byline_names import (
    is_likely_person,
    is_outlet,
    is_paper,
    is_person_name,
    outlet_keys,
)
from extractors.authors.byline_parts import PARTICLE, SUFFIX, drop_lead, split_byline
from extractors.authors.byline_words import ORGANISATIONS, PARTICLES, ROLES, STAFF
from extractors.namebook.tables import load_name_tables

MOST_CHARACTERS = 400  # a longer value is a text that some theme put in the author's place
MOST_RAW = 4_000  # the same before brackets and addresses are left out, which takes time
BRACKET = re.compile(r"\s*[(\[<（].*?(?:[)\]>）]|$)")
MAIL = re.compile(r"\S+@\S+|https?://\S*|www\.\S*")
CLOCK = re.compile(r"\d[:.h]\d\d|\d{4}")
DOMAIN = re.compile(r"\b[\w-]+\.(?:com|net|org|info|news|tv|co\.\w\w|[a-z]{2})\b", re.I)
ARTICLE = re.compile(r"^(?:the|le|la|les|el|il|lo|der|die|das|o|a)\s+(?=\w)", re.I)
CREDENTIAL = re.compile(  # degrees and registrations behind a name
    r"(?:\s+(?:MD|M\.D\.|PhD|Ph\.D\.|RDN?|LDN?|MSc?|M\.S\.|MPH|MBA|BA|MA|JD|DO|DDS|DVM|DPT|RN|"
    r"CPA|CFP|LLM|Esq\.?))+$"
)
REPORTER = re.compile(r"\s*(?:기자|특파원|記者|记者)$")


@dataclass(frozen=True, slots=True)
class Credit:
    """One part of a byline.

    An outlet or its staff (`names_outlet`) says nothing new beside a person, and is the author
    where no person is named.
    """

    field: str  # author, author_organisation
    name: str | None  # None when it names nobody
    refused: str | None = None  # no_name, names_outlet


NOBODY = Credit("author", None, "no_name")


def read_byline(value: str, outlets: Sequence[str] = ()) -> list[Credit]:
    """The persons and organisations a byline names, in order; one refusal when it names none.

    `outlets` are names and addresses of the outlet.
    """
    if len(value) > MOST_RAW:
        return [NOBODY]
    bare = BRACKET.sub(" ", MAIL.sub(" ", value))
    text = drop_lead(" ".join(bare.split()))
    if len(text) > MOST_CHARACTERS:
        return [NOBODY]
    own = {key for outlet in outlets for key in outlet_keys(outlet)}
    if is_outlet(text.strip(" ,;|"), own):
        return [Credit("author_organisation", text.strip(" ,;|"), "names_outlet")]
    credits = list(dict.fromkeys(_read_part(part, own) for part in split_byline(text)))
    persons = [credit for credit in credits if credit.field == "author" and credit.name]
    if persons:  # an organisation behind persons is where they work, but for an agency
        persons = [c for c in persons if c is persons[0] or not is_paper(c.name)]
        return persons + [c for c in credits if c.name and agency_name(c.name)]
    return [credit for credit in credits if credit.name] or credits[:1] or [NOBODY]


def read_organisation(value: str, outlets: Sequence[str] = ()) -> list[Credit]:
    """An author that the page itself calls an organisation."""
    name = " ".join(value.split()).strip(" ,;|")
    own = {key for outlet in outlets for key in outlet_keys(outlet)}
    if not name or len(name) > MOST_CHARACTERS:
        return [Credit("author_organisation", None, "no_name")]
    if is_outlet(name, own):
        return [Credit("author_organisation", name, "names_outlet")]
    return [Credit("author_organisation", name)]


def _read_part(name: str, own: set[str]) -> Credit:
    name = REPORTER.sub("", name)
    bare = re.sub(PARTICLE, "", name, flags=re.I)
    if agency_name(bare) or is_outlet(bare, own):  # Von dpa
        name = bare
    if agency_name(name):
        return Credit("author_organisation", name)
    words = set(re.findall(r"[^\W\d_]+\.?", name.lower()))
    if is_outlet(name, own) or (words & STAFF and len(words) > 1):
        return Credit("author_organisation", name, "names_outlet")
    if words & (ROLES | STAFF) and is_likely_person(bare := _drop_roles(name)):
        return Credit("author", bare)
    if words & (ROLES | STAFF) or DOMAIN.search(name) or CLOCK.search(name):
        return NOBODY
    if words & ORGANISATIONS or _is_paper_with_article(name):
        return Credit("author_organisation", name)
    name = CREDENTIAL.sub("", name) or name
    return Credit("author", _in_small_letters(name)) if is_person_name(name) else NOBODY


def _is_paper_with_article(name: str) -> bool:
    """True for Le Courrier du Larn; one without an article may be a person: Rick Courier."""
    article = ARTICLE.match(name)
    return article is not None and is_paper(name[article.end() :])


def _drop_roles(name: str) -> str:
    """The name without the roles before and behind it: Anna Novak Correspondent."""
    words = name.split()
    while words and words[-1].lower().strip(".,") in ROLES:
        words.pop()
    while words and words[0].lower().strip(".,") in ROLES:
        words.pop(0)
    return " ".join(words)


def _in_small_letters(name: str) -> str:
    """The name without words in capitals, so that an author is called alike everywhere: Peter HOLM,
    ANNA DE WIT. What may be initials stays as it is.
    """
    shortest = 3 if name.isupper() else 4
    words = (_capitalise(word, shortest) for word in name.split())
    return " ".join(words)


def _capitalise(word: str, shortest: int) -> str:
    if not word.isupper() or "." in word or SUFFIX.match(word):
        return word
    if len(word) >= shortest or word.title() in load_name_tables().given_names:
        return re.sub(r"^Mc([a-z])", lambda match: f"Mc{match[1].upper()}", word.title())
    is_particle = shortest == 3 and word.lower() in PARTICLES - {"al"}
    return word.lower() if is_particle else word
