"""How often the intervals hold the truth, in surveys that are made up; `bench.py coverage` has more of them, and real answers."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import numpy as np
import pytest

from freetext.tallies.prevalence import estimate, too_small

SCRIPT = Path(__file__).parents[2] / "scripts" / "bench_simulated.py"
RUNS = 500
LEAST = 0.92
"""Three standard errors of 500 runs below .95 are .921."""


@pytest.fixture(scope="module")
def made():
    """The bench's made-up surveys."""
    spec = spec_from_file_location("bench_simulated", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


@pytest.fixture(scope="module")
def outcomes(made):
    """A part of the grid: all sizes but the largest, rare and common themes, a poor and a good model, small and large audits."""
    cells = [
        made.Cell(n, share, quality, audited)
        for n, audits in ((41, (30,)), (400, (30, 150)), (2600, (30, 150)))
        for share in (0.02, 0.05, 0.15, 0.4)
        for quality in ("poor", "good")
        for audited in audits
    ]
    return {cell: made.outcome(made.drawn(cell, RUNS, np.random.default_rng(1))) for cell in cells}


def test_intervals_hold_the_truth_as_often_as_they_say(outcomes):
    """In every cell of the grid the 95 % interval of the coding holds the truth in at least 93 % of runs, chance allowed for."""
    hits = {cell: each.held.mean() for cell, each in outcomes.items()}
    assert {cell: each for cell, each in hits.items() if each < LEAST} == {}
    assert np.mean(list(hits.values())) >= 0.95


def test_intervals_are_no_wider_than_they_need_to_be(outcomes):
    """Nowhere are they more than 1.1 times as wide as the audit's alone; with 150 audited and a good model they are narrower."""
    assert max(each.ratio for each in outcomes.values()) <= 1.1
    assert max(each.ratio for cell, each in outcomes.items() if cell.quality == "good" and cell.audited >= 150) < 1
    assert np.mean([each.ratio for each in outcomes.values()]) < 0.9


def test_naive_intervals_hold_nothing_of_the_kind(outcomes):
    """What the machine's codes say is wrong far more often than 5 % of the time."""
    assert np.mean([each.machine.mean() for each in outcomes.values()]) < 0.6
    assert np.mean([each.random.mean() for each in outcomes.values()]) < 0.85


@pytest.mark.parametrize("quality", ["poor", "good"])
@pytest.mark.parametrize("place", [3, 6, 8, 9])
def test_columns_weights_and_differing_probabilities(made, place, quality):
    """In the total and in columns with an audit of their own, with weights, and where pi differs, both intervals hold their truth."""
    coding, whole = [], []
    for survey in made.surveys(made.PLANS[place], quality, 150, np.random.default_rng(place)):
        for column in survey:
            if not too_small(column.cell):
                found = estimate(column.cell)
                assert found is not None
                coding.append(found.coding[0] - 1e-9 <= column.truth <= found.coding[1] + 1e-9)
                whole.append(found.low <= column.superpopulation <= found.high)
    assert np.mean(coding) >= 0.92
    assert np.mean(whole) >= 0.92


@pytest.mark.parametrize("shares", [(0.1, 0.5), (0.5, 0.1)])
def test_a_column_that_cuts_across_the_strata_of_the_draw(made, shares):
    """Drawn by site at .3 and .03 and tallied by a region that has both, cells either read "audit too small" or hold the truth."""
    dice, coding, whole = np.random.default_rng(7), [], []
    site, pi = np.repeat([0, 1], 200), np.repeat([0.3, 0.03], 200)
    for _ in range(RUNS):
        held = dice.random(400) < np.array(shares)[site]
        bands = made.bands_of(made.scores(dice, held, 0.2, "poor"))
        answers = (held, bands, np.ones(400, dtype=np.int64), np.zeros(400, dtype=bool), dice.random(400) < pi, pi)
        cell = made.column_sums(*answers)
        if not too_small(cell):
            found = estimate(cell)
            assert found is not None
            coding.append(found.coding[0] - 1e-9 <= held.mean() <= found.coding[1] + 1e-9)
            whole.append(found.low <= np.mean(shares) <= found.high)
    assert RUNS / 2 < len(coding) < RUNS
    assert np.mean(coding) >= LEAST
    assert np.mean(whole) >= LEAST


def test_the_simulation_of_counts_is_that_of_answers(made):
    """Counts drawn kind by kind come out as answers drawn one by one do."""
    rest = np.array([[[50, 10], [20, 20], [3, 27]]] * 4000)
    seen = made.audited(np.random.default_rng(1), rest, 40)
    assert (seen.sum(axis=(1, 2)) == 40).all()
    assert (seen <= rest).all()
    dice = np.random.default_rng(2)
    kinds = np.repeat(np.arange(6), rest[0].ravel())
    singly = np.array([np.bincount(dice.permutation(kinds)[:40], minlength=6) for _ in range(4000)])
    assert seen.reshape(4000, 6).mean(axis=0) == pytest.approx(singly.mean(axis=0), abs=0.15)
    assert seen.reshape(4000, 6).std(axis=0) == pytest.approx(singly.std(axis=0), abs=0.1)
