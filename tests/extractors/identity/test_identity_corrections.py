"""What people decided about names comes last, and old ids lead on."""

import pytest

from extractors.identity.records import Correction
from extractors.identity.resolution import resolve_names
from tests.extractors.identity.counted_names import count


def corrected(names, *corrections):
    counts = [count("PERSON", n) for n in names]
    counts += [count("PERSON", "Diallo", n) for n in names if n.endswith(" Diallo")]
    identity = resolve_names(counts, corrections=corrections)
    shown = {e.entity_id: e.name for e in identity.entities}
    return {link.name: shown.get(link.entity_id) for link in identity.links}


def test_corrections_are_applied_last():
    names = ("Amarasinghe Diallo", "Diallo", "Moussa Traore")
    assert corrected(names, Correction("split", "PERSON", "Diallo"))["Diallo"] == "Diallo"
    merge = Correction("merge", "PERSON", "Amarasinghe Diallo", "Moussa Traore")
    assert set(corrected(names, merge).values()) == {"Moussa Traore"}
    never = Correction("never", "PERSON", "Moussa Traore")
    assert corrected(names, never)["Moussa Traore"] is None
    rename = Correction("rename", "PERSON", "Diallo", "President Diallo")
    assert corrected(names, rename)["Amarasinghe Diallo"] == "President Diallo"


def test_corrections_that_run_in_a_circle_end():
    names = ("Amara Diallo", "Moussa Traore")
    circle = [Correction("merge", "PERSON", *names), Correction("merge", "PERSON", *names[::-1])]
    assert len(set(corrected(names, *circle).values())) >= 1


def test_corrections_that_cannot_be_carried_out():
    with pytest.raises(ValueError, match="needs a target"):
        corrected(("Amara Diallo",), Correction("merge", "PERSON", "Amara Diallo"))
    with pytest.raises(ValueError, match="action must be"):
        corrected(("Amara Diallo",), Correction("forget", "PERSON", "Amara Diallo"))


def test_old_ids_lead_to_the_fuller_name():
    before = resolve_names([count("PERSON", "Diallo")])
    after = resolve_names([
        count("PERSON", "Diallo"), count("PERSON", "Amara Diallo"),
        count("PERSON", "Diallo", "Amara Diallo"),
    ])  # fmt: skip
    link = next(link for link in after.links if link.name == "Diallo")
    assert link.own_id == before.entities[0].entity_id != link.entity_id
    assert link.evidence == "surname"
