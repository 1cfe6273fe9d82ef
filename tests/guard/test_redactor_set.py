"""What the redactor reaches on the project's own sentences: floors, so that it gets no worse."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

from freetext.guard.redactor import Redactor
from freetext.guard.spans import KINDS

SCRIPTS = Path(__file__).parents[2] / "scripts"


@pytest.fixture(scope="module", name="bench")
def _bench():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(SCRIPTS)
        before = set(sys.modules)
        yield import_module("bench_personal")
        for name in set(sys.modules) - before:
            if name.startswith("bench_"):
                del sys.modules[name]


@pytest.mark.parametrize("half", ["dev", "held-out"])
@pytest.mark.parametrize("kind", KINDS)
def test_most_of_what_is_marked_is_found(bench, half, kind):
    """Of each type at least 95 % of the marks are found, in both halves, and no more than two false alarms are raised."""
    found = bench.figures(bench.sentences(half), Redactor())[kind]
    assert found.marked >= 20
    assert found.recall >= 0.95
    assert found.false <= 2


def test_near_misses_stay(bench):
    """Of sentences that look as if they held personal data and hold none, few are touched."""
    for half in ("dev", "held-out"):
        bare, wrong = bench.alarmed(bench.sentences(half), Redactor())
        assert bare >= 50
        assert wrong <= 0.05 * bare


def test_the_page_tells_what_is_measured(bench):
    """The figures in docs/safety.md are those of today; `python scripts/bench.py personal --out docs/safety.md` writes them."""
    page = (SCRIPTS.parent / "docs" / "safety.md").read_text(encoding="utf-8")
    assert [line for line in bench.set_lines() if line.strip() not in page] == []
