from dataclasses import replace

import numpy as np
import pytest

from extractors.cleaning.features.layout import lay_out
from extractors.cleaning.scoring.line_model import load_model
from extractors.cleaning.scoring.line_net import (
    COLUMNS,
    DILATIONS,
    GAP,
    HALO,
    STEPS,
    TOP,
    LineNet,
    enter,
)

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


def score_plainly(net, features, layout):
    """The same line by line in whole numbers, as the net is defined."""
    answers = features[:, net.column] > net.border
    units = np.clip(answers.astype(int) @ net.entry.astype(int).T + net.entry_bias, 0, TOP)
    told = [units]
    for taps, bias, step in zip(net.taps.astype(int), net.tap_bias, DILATIONS, strict=True):
        sums = np.tile(bias, (len(units), 1))
        for line, document in enumerate(layout.document):
            for tap, other in zip(taps, (line - step, line, line + step), strict=True):
                if 0 <= other < len(units) and layout.document[other] == document:
                    sums[line] += tap @ units[other]
        units = np.clip(np.floor(sums / STEPS + 0.5) + units, 0, TOP).astype(int)
        told.append(units)
    return np.concatenate(told, axis=1) @ net.leave / STEPS**2 + net.leave_bias


@pytest.mark.parametrize("sizes", [[1], [2, 1, 40], [COLUMNS - 2 * HALO - 2 * GAP], [700, 3, 90]])
def test_scores_of_many_lines_are_those_of_the_definition(sizes):
    random = np.random.default_rng(1)
    net = make_net()
    net = replace(
        net,
        column=random.integers(0, 3, 70),
        border=random.random(70, np.float32),
        entry=random.integers(-9, 10, (2, 70)).astype(np.float32),
        entry_bias=np.array([9.0, -3.0], np.float32),
        taps=random.integers(-60, 61, (LAYERS, 3, 2, 2)).astype(np.float32),
        tap_bias=random.integers(-500, 500, (LAYERS, 2)).astype(np.float32),
        leave=random.integers(-20, 20, 2 * LAYERS + 2).astype(np.float32),
    )
    features, layout = random.random((sum(sizes), 3), np.float32), lay_out(sizes)
    assert net.score(features, layout).tolist() == score_plainly(net, features, layout).tolist()


def test_nets_share_the_answers_and_must_ask_the_same():
    nets = [make_net(entry=STEPS), make_net(entry=2 * STEPS)]
    features = np.array([[9.0, 3.0], [9.0, 1.0]], np.float32)
    assert [units.tolist() for units in enter(nets, features)] == [[[STEPS, 0]], [[2 * STEPS, 0]]]
    with pytest.raises(ValueError, match="different questions"):
        enter([nets[0], replace(nets[1], border=np.array([2.5], np.float32))], features)


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
