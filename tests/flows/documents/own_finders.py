"""Functions of a user that find names, or should; they are named by their place."""

from extractors.records import Mention

TEXT = "Ama Ra of the Zangor Bank flew to Kenya.\n"


def find_ra(texts, language):
    return [
        Mention(text.index("Ra"), text.index("Ra") + 2, "PERSON", "Ra", field=field)
        for field, text in texts
        if "Ra" in text
    ]


def find_nonsense(texts, language):
    return [Mention(0, 2, "PERSON", "Zz", field="body")]


def find_overlapping(texts, language):
    return [Mention(0, 3, "PERSON", TEXT[:3], field="body"),
            Mention(2, 6, "PERSON", TEXT[2:6], field="body")]  # fmt: skip


def find_nothing(texts, language):
    assert (language, dict(texts)["body"][:3]) == ("hy", "The")
    return []


find_nothing.languages = ["hy", "ka"]


def raise_error(texts, language):
    raise KeyError("model")
