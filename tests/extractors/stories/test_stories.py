"""Evidence for stories: what counts and what does not."""

import numpy as np

from extractors.stories.scores import LinkParameters, ask_more_of_few, choose_prior, weigh_stems
from extractors.stories.terms import list_persons, read_quotations, read_story_terms
from extractors.words.hashes import hash_stems
from extractors.words.rarity import look_up_counted_shares, look_up_shares, name_counted_language
from extractors.words.stems import STEM_LENGTH


def stem(word: str) -> np.ndarray:
    return hash_stems(word, STEM_LENGTH)


def weigh(stems: np.ndarray, counts: list[int], size: int, is_counted: bool = True) -> np.ndarray:
    """Weights of stems that stand in so many articles of a corpus of one language."""
    every = np.ones(stems.size)
    return weigh_stems(
        look_up_counted_shares(stems),
        np.array(counts),
        size * every,
        is_counted * every > 0,
        LinkParameters(),
    )


def count_of(terms, word: str) -> float:
    return float(terms.counts[terms.stems == stem(word)[0]][0])


def test_names_lead_and_title_count_more():
    body = "old " * 70 + "Pump pump 17"
    terms = read_story_terms("Flood", body)
    assert count_of(terms, "flood") == 4.0
    assert count_of(terms, "pump") == 3.0
    assert count_of(terms, "17") == 1.5


def test_the_title_is_read_once():
    assert count_of(read_story_terms("Flood", "Flood comes"), "flood") == 4.0


def test_quotations_in_any_marks():
    said = "we will not give up the harbour"
    plain = read_quotations(f'"{said}"')
    assert plain.size == 5
    assert (read_quotations(f"He said: “{said}” and left.") == plain).all()
    assert (read_quotations(f"Er sagte: „{said}“.") == plain).all()
    assert read_quotations("a “short” one").size == 0


def test_persons_by_last_name():
    assert list_persons(["Maria Lund", "Lund's", "Ana de Wit", "X", ""]) == ["lund", "wit"]


def test_function_words_are_common_in_many_languages():
    shares = look_up_shares(stem("the und dans которые qwxyz war"))
    assert (shares[:4] > 0.2).all()
    assert shares[4] == 0
    assert 0 < shares[5] < 0.2, "war is a German function word, but an English noun"


def test_what_all_articles_share_weighs_less():
    stems = stem("harbour freighter")
    weights = weigh(stems, [500, 3], 1000)
    assert weights[0] == 0 < weights[1]


def test_a_word_that_one_article_has_counts_where_articles_are_few():
    stems = stem("harbour freighter")
    few, some, many, most = (weigh(stems, [1, 2], size) for size in (5, 40, 400, 4000))
    assert few[0] > few[1] > 0
    assert some[1] > some[0] > 0.4 * some[1]
    assert many[1] > many[0] > 0
    assert most[1] > most[0] == 0


def test_function_words_of_its_language_tell_nothing_about_an_article():
    text = "Un tren de la costa se detuvo en el puente, de la que son vecinos."
    told, untold = (read_story_terms(None, text, language=code) for code in ("es", "en"))
    assert set(np.setdiff1d(untold.stems, told.stems)) == set(stem("un de la se en el que son"))
    unknown = read_story_terms(None, text + " The train of the coast.")
    assert not np.isin(stem("se que"), unknown.stems).any()
    assert np.isin(stem("the of"), unknown.stems).all(), "what an English article may well say"


def test_days_of_a_month_tell_nothing_where_words_are_not_counted():
    text = "12 Verletzte am 14 in 2031"
    german, english = (read_story_terms(None, text, language=code) for code in ("de", "en"))
    days = stem("12 14")
    assert np.isin(days, english.stems).all() and not np.isin(days, german.stems).any()
    assert np.isin(stem("2031"), german.stems).all()


def test_codes_of_one_language_are_counted_together():
    assert [name_counted_language(code) for code in ("no", "nn", "nb", "da", "en", None)] == [
        "nb", "nb", "nb", "da", "en", "en",
    ]  # fmt: skip
    text = "Ferja er ikke i drift etter at den traff kaia."
    assert (
        read_story_terms(None, text, language="no").stems
        == read_story_terms(None, text, language="nb").stems
    ).all()


def test_common_words_of_a_language_nobody_counted_show_in_few_articles():
    stems = stem("harbour freighter ferry")
    counted, uncounted = (weigh(stems, [1, 2, 12], 20, known) for known in (True, False))
    assert uncounted[2] / uncounted[1] < 0.6 * counted[2] / counted[1]
    assert uncounted[0] / uncounted[1] < 0.7 * counted[0] / counted[1]


def test_few_articles_of_a_language_are_a_small_corpus_inside_a_large_one():
    params = LinkParameters()
    few, many = ask_more_of_few(np.array([20, 1000]), 1020, params)
    assert few > 0.07 and many < 1e-6
    assert ask_more_of_few(np.array([20]), 20, params)[0] == 0


def test_a_small_corpus_does_not_take_a_storys_words_for_common_ones():
    params = LinkParameters()
    assert choose_prior(20, params) > 2 * choose_prior(1000, params)
    assert weigh(stem("harbour"), [10], 20)[0] > 2.0
