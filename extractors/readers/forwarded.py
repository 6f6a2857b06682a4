"""Mails that were passed on: the message inside, and what its own header says.

Zur Info, LG Petra

Von: Küstenbote Newsletter <news@kuestenbote.example>
Gesendet: Freitag, 20. November 2026 07:00
An: Petra Lohmann
Betreff: Werft meldet Insolvenz an
"""

from __future__ import annotations

import re
from typing import NamedTuple

LABELS = {
    "sender": "from|von|de|da|van|от(?: кого)?|od|fra|från|kimden|lähettäjä|feladó|від",
    "sent": "date|sent|gesendet|datum|envoyée?|fecha|enviad[oa](?: el)?|data|inviato|verzonden|"
    "дата|отправлено|wysłano|dato|sendt|skickat|tarih|gönderildi|lähetetty",
    "subject": "subject|betreff|objet|asunto|oggetto|assunto|onderwerp|тема|temat|emne|ämne|konu|"
    "aihe|tárgy",
    "to": "to|an|à|para|a|aan|кому|do|til|till|kime|vastaanottaja|címzett|reply-to|antwort an|"
    "cc|kopie|copie",
}
LABELLED = re.compile(
    r"[>\s*]*(?:" + "|".join(f"(?P<{name}>{words})" for name, words in LABELS.items())
    + r")\s?\*?\s*:\*?\s*(?P<value>.*?)\*?\s*", re.I,
)  # fmt: skip
NEAR = 30  # lines from the top in which the header stands
SIGNATURE = 8  # lines at the end in which one stands
MOST_NOTE_WORDS = 60  # over it; more is a message of its own, which quotes another


class Forwarded(NamedTuple):
    """A message inside a message; "" where its header does not say."""

    sender: str
    sent: str
    subject: str
    text: str


def find_forwarded(text: str) -> Forwarded | None:
    """The innermost message that the text of a mail passes on; None when it passes on none."""
    found = None
    while (inner := _find_first(found.text if found else text)) is not None:
        found = inner
    return found


def drop_signature(text: str, name: str) -> str:
    """The text without what a person of this name signs with, below the message passed on."""
    lines = text.rstrip().split("\n")
    ends = (i for i in range(max(1, len(lines) - SIGNATURE), len(lines)))
    end = next((i for i in ends if lines[i].rstrip() == "--" or lines[i].strip() == name), None)
    return "\n".join(lines[:end]).rstrip()


def _find_first(text: str) -> Forwarded | None:
    lines = text.split("\n")
    note = 0
    for i, line in enumerate(lines[:NEAR]):
        match = LABELLED.fullmatch(line)
        if match and match["sender"]:
            return _read_header(lines, i)
        note += len(line.split())
        if note > MOST_NOTE_WORDS:
            return None
    return None


def _read_header(lines: list[str], start: int) -> Forwarded | None:
    """The message whose header begins at a line; None when no subject follows."""
    told: dict[str, str] = {}
    end = start
    for end in range(start, len(lines)):
        match = LABELLED.fullmatch(lines[end])
        if not match:
            break
        label = next(name for name in LABELS if match[name])
        told.setdefault(label, match["value"].strip())
    if not {"sender", "subject"} <= told.keys():
        return None
    text = "\n".join(lines[end:]).strip("\n")
    return Forwarded(told["sender"], told.get("sent", ""), told["subject"], text) if text else None
