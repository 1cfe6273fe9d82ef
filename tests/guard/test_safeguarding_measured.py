"""What the lexicon finds of the written disclosures, in totals: no text and no id of the half held out is told."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

from freetext.guard.safeguarding import CATEGORIES

FLOORS = {"dev": (0.98, 0.15), "held_out": (0.92, 0.25)}
"""The least recall, and the most near misses that may be flagged, of each half."""


@pytest.fixture(scope="module")
def measured():
    """The measuring script's function: half -> what was found, by category, the total last."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(Path(__file__).parents[2] / "scripts"))
        yield import_module("bench_safeguarding").measured
        sys.modules.pop("bench_safeguarding", None)


@pytest.mark.parametrize("half", FLOORS)
def test_recall_and_false_alarms_hold(half, measured):
    """Both halves keep their floor of recall and their ceiling of near misses that are flagged."""
    total = measured(half)[-1]
    recall, alarms = FLOORS[half]
    assert total.disclosures == 210
    assert total.near == 125
    assert total.recall >= recall
    assert total.alarms <= alarms * total.near


def test_no_category_is_left_behind(measured):
    """Of every category more than eight in ten of the disclosures held out are flagged."""
    *each, _ = measured("held_out")
    assert [found.category for found in each] == list(CATEGORIES)
    assert all(found.recall > 0.8 for found in each)
