import numpy as np
import pytest

from extractors.cleaning.layout import lay_out
from extractors.cleaning.line_net import (
    COLUMNS,
    DILATIONS,
    ROWS,
    STEPS,
    TOP,
    LineNet,
    _multiply,
)
from extractors.cleaning.model import load_model

LAYERS = len(DILATIONS)


def make_net(entry=1.0, before=0.0, itself=0.0, behind=0.0):
    """One question (is column 1 greater than 2?) and one unit per layer; the last one is heard."""
    taps = np.zeros((LAYERS, 3, 1, 1), np.float32)
    taps[0, :, 0, 0] = before, itself, behind
    leave = np.zeros(LAYERS + 1, np.float32)
    leave[-1] = STEPS
    return LineNet(
        np.array([1]),
        np.array([2.0], np.float32),
        np.full((1, 1), entry, np.float32),
        np.zeros(1, np.float32),
        taps,
        np.zeros((LAYERS, 1), np.float32),
        leave,
        -1.0,
    )


def score(net, values, sizes=None):
    features = np.array([[9.0, value] for value in values], np.float32)
    return net.score(features, lay_out(sizes or [len(values)])).tolist()


def test_a_unit_asks_its_question_and_hands_the_answer_on():
    assert score(make_net(entry=STEPS), [3.0, 2.0]) == [0.0, -1.0]


def test_a_unit_hears_its_neighbours():
    heard = make_net(entry=STEPS, before=STEPS / 2, behind=STEPS / 4)
    assert score(heard, [0.0, 3.0, 0.0, 0.0]) == [0.25 - 1, 0.0, 0.5 - 1, -1.0]


def test_documents_do_not_hear_each_other():
    heard = make_net(entry=STEPS, before=STEPS / 2, behind=STEPS / 4)
    assert score(heard, [0.0, 3.0, 0.0], [1, 1, 1]) == [-1.0, 0.0, -1.0]


def test_what_a_unit_tells_has_a_top_and_no_debt():
    assert score(make_net(entry=100 * STEPS), [3.0]) == [TOP / STEPS - 1]
    assert score(make_net(entry=-STEPS), [3.0]) == [-1.0]


def test_products_are_whole_although_they_are_made_in_pieces():
    random = np.random.default_rng(1)
    weights = random.integers(-127, 128, (5, 2 * ROWS + 3)).astype(np.float32)
    values = random.integers(0, 256, (2 * ROWS + 3, 2 * COLUMNS + 1)).astype(np.float32)
    assert (_multiply(weights, values) == weights.astype(int) @ values.astype(int)).all()


NETS = load_model().nets


@pytest.mark.parametrize("net", NETS, ids=range(len(NETS)))
def test_weights_are_whole_numbers_and_sums_fit_into_single_precision(net):
    weights = (net.entry, net.entry_bias, net.taps, net.tap_bias, net.leave)
    assert all((x == np.round(x)).all() for x in weights)
    # The most that a sum can reach on its way, whatever the order: in steps of steps.
    entry = np.abs(net.entry).sum(1) + np.abs(net.entry_bias)
    taps = TOP * np.abs(net.taps).sum((1, 3)) + np.abs(net.tap_bias)
    leave = TOP * np.abs(net.leave).sum()
    assert max(entry.max(), taps.max() + STEPS * TOP, leave) < 1 << 24


@pytest.mark.parametrize("net", NETS, ids=range(len(NETS)))
def test_a_document_gets_the_same_scores_in_any_company(net):
    random = np.random.default_rng(1)
    sizes = [1, 40, 3, 17]
    features = random.normal(size=(sum(sizes), net.column.max() + 1)).astype(np.float32)
    together = net.score(features, lay_out(sizes))
    ends = np.cumsum(sizes)
    for size, end in zip(sizes, ends.tolist(), strict=True):
        alone = net.score(np.ascontiguousarray(features[end - size : end]), lay_out([size]))
        assert alone.tolist() == together[end - size : end].tolist()
