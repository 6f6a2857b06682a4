"""Which names are one person, whatever the order of articles."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.identity.records import NameCount
from extractors.identity.resolution import resolve_names
from tests.extractors.identity.counted_names import count, entities_of


def test_transliterations_are_one_person():
    entities = entities_of(
        count("PERSON", "Ilham Aliyev", articles=3), count("PERSON", "Ilham Aliev")
    )
    assert set(entities.values()) == {"Ilham Aliyev"}


def test_surname_joins_the_only_person_who_has_it_once_an_article_uses_it_so():
    full, alone = count("PERSON", "Amara Diallo"), count("PERSON", "Diallo")
    assert entities_of(full, alone)["PERSON", "Diallo"] == "Diallo"
    assert [d.name for d in resolve_names([full, alone]).doubts] == ["Diallo"]
    used = count("PERSON", "Diallo", "Amara Diallo")
    assert entities_of(full, alone, used)["PERSON", "Diallo"] == "Amara Diallo"


def test_given_name_is_nobody_of_another_article():
    full, alone = count("PERSON", "Pamela Diallo"), count("PERSON", "Pamela")
    counts = [full, alone, count("PERSON", "Pamela", "Pamela Diallo", articles=4)]
    assert entities_of(*counts)["PERSON", "Pamela"] == "Pamela"
    assert [d.name for d in resolve_names(counts).doubts] == ["Pamela"]  # its story may know
    often = count("PERSON", "Xi", "Xi Jinping", articles=5)  # of a family's name
    of_him = [count("PERSON", "Xi Jinping"), count("PERSON", "Xi"), often]
    assert entities_of(*of_him)["PERSON", "Xi"] == "Xi Jinping"


def test_a_first_word_is_a_given_name_whether_tables_know_it_or_not():
    for name in ("Xanvy", "Abby"):
        full, alone = count("PERSON", f"{name} Diallo"), count("PERSON", name)
        used = count("PERSON", name, f"{name} Diallo")
        assert entities_of(full, alone, used)["PERSON", name] == name
    alone = count("PERSON", "Xanvy")
    middle = [count("PERSON", "Lui Xanvy Diallo"), count("PERSON", "Xanvy", "Lui Xanvy Diallo")]
    assert entities_of(alone, *middle)["PERSON", "Xanvy"] == "Lui Xanvy Diallo"


def test_a_given_name_that_is_a_surname_too_is_nobody_of_another_article():
    full, alone = count("PERSON", "Xanvy John"), count("PERSON", "John")
    used = count("PERSON", "John", "Xanvy John")
    assert entities_of(full, alone, used)["PERSON", "John"] == "John"
    often = count("PERSON", "John", "Xanvy John", articles=5)
    assert entities_of(full, alone, often)["PERSON", "John"] == "Xanvy John"


def test_a_person_is_called_as_most_mentions_are_written():
    once = count("PERSON", "Amara Zoe Diallo")
    often = count("PERSON", "Amara Diallo", "Amara Zoe Diallo", articles=4)
    elsewhere = count("PERSON", "Amara Diallo", articles=2)
    assert set(entities_of(once, often, elsewhere).values()) == {"Amara Diallo"}


def test_surname_of_two_persons_stays_in_doubt():
    identity = resolve_names(
        [count("PERSON", n) for n in ("Amara Diallo", "Moussa Diallo", "Diallo")]
    )
    assert len(identity.entities) == 3
    assert {d.name for d in identity.doubts} == {"Diallo"}
    assert len(identity.doubts) == 2


def test_ben_is_a_given_name_or_the_beginning_of_a_surname():
    smiths = [count("PERSON", n) for n in ("Ben Smith", "Valerie Smith", "Smith")]
    used = count("PERSON", "Smith", "Valerie Smith")
    assert len(set(entities_of(*smiths, used).values())) == 3
    full, alone = count("PERSON", "Itamar Ben Gvir"), count("PERSON", "Ben Gvir")
    assert entities_of(full, alone)["PERSON", "Ben Gvir"] == "Ben Gvir"
    used = count("PERSON", "Ben Gvir", "Itamar Ben Gvir")
    assert entities_of(full, alone, used)["PERSON", "Ben Gvir"] == "Itamar Ben Gvir"


def test_middle_names_join_only_while_there_is_one():
    one = entities_of(count("PERSON", "Amara K. Diallo"), count("PERSON", "Amara Diallo"))
    assert len(set(one.values())) == 1
    two = entities_of(
        *(count("PERSON", n) for n in ("Amara K. Diallo", "Amara B. Diallo", "Amara Diallo"))
    )
    assert len(set(two.values())) == 3


NAMES = st.sampled_from(
    ["Amara Diallo", "Amara K. Diallo", "A. Diallo", "Diallo", "Amara", "Moussa Diallo",
     "Ilham Aliyev", "Aliev",
     "Ilham Aliev", "GBTO", "Greater Border Treaty Organisation", "UN", "United Nations", "the UN",
     "Moscow", "Zangor corridor", "Zangor", "Armenians", "Armenian", "O'Neill", "’s", "de la Cruz"]
)  # fmt: skip
COUNTS = st.builds(
    NameCount, st.sampled_from(["PERSON", "ORG", "PLACE", "NORP", "MISC"]), NAMES, NAMES,
    st.integers(1, 30), st.integers(1, 9),
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(COUNTS, max_size=25, unique_by=lambda c: (c.label, c.text, c.name)), st.randoms())
def test_order_changes_nothing(counts, chance):
    shuffled = list(counts)
    chance.shuffle(shuffled)
    identity = resolve_names(counts)
    assert resolve_names(shuffled) == identity
    ids = {e.entity_id: e.label for e in identity.entities}
    assert len(ids) == len(identity.entities)
    assert all(ids[link.entity_id] == link.label for link in identity.links)
    assert {(link.label, link.name) for link in identity.links} == {
        (c.label, c.name) for c in counts
    }


def test_ten_thousand_names_and_one_of_three_hundred_letters_get_their_entities():
    chance = random.Random(7)
    letters = "abdeghiklmnorstuz"
    words = ["".join(chance.choices(letters, k=7)).title() for _ in range(1_250)]
    counts = [
        count("PERSON", f"{chance.choice(words)} {chance.choice(words)}") for _ in range(10_000)
    ]
    counts.append(count("PERSON", "A" * 300))
    linked = {(link.label, link.name) for link in resolve_names(counts).links}
    assert linked == {(given.label, given.name) for given in counts}
