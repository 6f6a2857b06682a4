"""The closed list of reasons for which an input is refused, each with what can be done."""

from __future__ import annotations

from extractors.records import Rejection

REASONS: dict[str, str] = {
    "empty": "The file has no bytes, or nothing but white space. Fill it or delete it.",
    "binary": "The bytes are not text. Save the article as text or HTML.",
    "unsupported_format": "A known format that newsmill does not read. Save it as text or HTML.",
    "damaged": "The format is known and its content is broken. Save or export it again.",
    "no_text": "It holds no text: a scan without a text layer, a record without a body. Supply the "
    "text, or name the column that holds it in _meta.json (column_text).",
    "encrypted": "It asks for a password. Save it without one.",
    "missing_extra": "Its format is read by packages that are not installed: "
    "pip install 'newsmill[documents]'.",
    "too_much_inside": "More is packed into it than the limits of size, ratio or count allow. "
    "Unpack it into the corpus.",
    "nested_too_deep": "Archives, mails or compressed files lie too deep inside each other. Unpack "
    "it into the corpus.",
    "unsafe_member": "A link or a device in an archive, or a name that leads out of it. Put the "
    "file itself there.",
    "no_documents": "Nothing in the file became an article; each document has its own reason.",
    "too_large": "The document has more bytes (--max-mb) or lines than the limit. Split it.",
    "no_body": "Every line was taken for something else than body text. `newsmill explain` shows "
    "each line with its reason.",
    "no_article": "The page is a notice of its site (not found, access denied, are you a robot, "
    "consent to cookies, subscribers only). Fetch the article again.",
    "forgotten": "It was taken out for good (newsmill forget), and is not read again. Delete the "
    "file too, or let it come back: newsmill forget FILE --allow-again.",
    "unreadable": "The operating system refuses to open it. Mend the permissions; every run tries "
    "again.",
    "changing": "The file was being written while it was read. The next run tries again.",
    "bad_sidecar": "A sidecar (NAME.meta.json, _meta.json) that is no JSON object, has an unknown "
    "field, or speaks of no file. Mend it or delete it.",
    "not_a_file": "A pipe, a socket or a device. Move it out of the corpus.",
    "bad_link": "A link to nowhere, in a circle, or to a folder. Put the file itself there.",
    "link_outside": "A link that leads out of the corpus folder. Put the file itself there.",
    "timed_out": "Reading or cleaning it took longer than the limit. Please report the file; "
    "`newsmill replay --rejected` tries again.",
    "crashed": "Reading or cleaning it failed. Please report the file with the detail; "
    "`newsmill replay --rejected` tries again.",
}

FORGOTTEN = Rejection("forgotten", "It was forgotten for good, and is not read again.")
RETRIED = frozenset({"unreadable", "changing"})  # may be over by the next run, which tries again


class Refused(Exception):
    """A reader cannot go on: carries the Rejection. Never leaves `read_pieces`."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.rejection = Rejection(reason, detail)
