"""The drift bench's own arithmetic: what it plants is planted, and its tables count what was kept."""

import sys
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

SCRIPTS = Path(__file__).parents[1] / "scripts"


@pytest.fixture(scope="module")
def bench():
    """The bench's modules by their names."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(SCRIPTS)
        before = set(sys.modules)
        yield SimpleNamespace(**{name: import_module(f"bench_{name}") for name in ("drift", "drift_page")})
        for name in set(sys.modules) - before:
            if name.startswith("bench_"):
                del sys.modules[name]


def test_halves_share_no_respondent(bench):
    """The halves of a wave hold every row once, and nobody is in both."""
    rows = [{"who": f"p{place // 3}", "text": ""} for place in range(60)]
    one, two = bench.drift.Wave(rows, "who").halves(np.random.default_rng(1))
    assert sorted([*one, *two]) == list(range(60))
    assert not {rows[place]["who"] for place in one} & {rows[place]["who"] for place in two}


def test_who_is_taken_again_is_somebody_else(bench):
    """A row that is taken three times is that of three people, with one text."""
    rows = [{"who": f"p{place}", "text": f"text {place}"} for place in range(3)]
    taken = bench.drift.Wave(rows, "who").take([1, 0, 1, 1]).rows
    assert len({row["who"] for row in taken}) == 4
    assert [row["text"] for row in taken] == ["text 1", "text 0", "text 1", "text 1"]


def test_drawn_rows_come_once_as_long_as_there_are_enough(bench):
    """As many are drawn as are asked for; none comes twice before all have come."""
    draw = np.random.default_rng(1)
    assert len(set(bench.drift.drawn(range(10), 7, draw))) == 7
    more = bench.drift.drawn(range(3), 8, draw)
    assert len(more) == 8
    assert set(more[:3]) == {0, 1, 2}


def test_the_table_counts_what_was_kept(bench):
    """A table has a row for each size that was run, with shares of what was found and the verdicts counted."""
    kept = [
        {"size": 300, "verdict": "audit", "facts": {"themes": [0.1, 0.01, 0.04, True, True]}},
        {"size": 300, "verdict": "fits", "facts": {"themes": [0.0, 0.5, 0.5, False, False]}},
    ]
    lines = bench.drift_page.page({"doubled-0": kept, "alike-terror": kept})
    assert next(line for line in lines if "`anes_terror`" in line).split(" | ")[1:4] == ["300", "2", "0.500"]
    assert next(line for line in lines if "timeliness, 20" in line).endswith("| 0.50 | themes 0.50 | audit 1, fits 1 |")
