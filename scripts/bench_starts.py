"""How soon commands begin, each a process of its own, best of five: help, import, a tally of 41 answers, and coding 41 from cold."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from bench_marks import Ledger, Mark
from bench_peak import ran

TIMES = 5
FREETEXT = str(Path(sys.executable).with_name("freetext"))


def starts(ledger: Ledger) -> None:
    """Time the start of Python, of the package and of commands."""
    bare = best([sys.executable, "-c", "pass"])
    imported = best([sys.executable, "-c", "import freetext"])
    ledger.keep(Mark("help", "`freetext --help`", best([FREETEXT, "--help"]), "s", 0.3, low=True))
    told = f"beyond Python's own {bare:.3f} s"
    ledger.keep(Mark("import", "`import freetext`", max(imported - bare, 0.0), "s", 0.1, low=True, told=told))
    with tempfile.TemporaryDirectory() as room:
        survey = str(Path(room) / "survey")
        ran([FREETEXT, "demo", survey, "--quiet"])
        tallied = best([FREETEXT, "tally", "--project", survey, "--force", "--quiet"])
        ledger.keep(Mark("tally-41", "`freetext tally` of the demo's 41 respondents", tallied, "s", 1, low=True))
        coded = best([FREETEXT, "code", f"{survey}/survey.csv", "--project", survey, "--force", "--quiet"])
        ledger.keep(Mark("code-41", "`freetext code` of the demo's 41 respondents, from cold", coded, "s"))


def best(command: list[str]) -> float:
    """Return the shortest seconds of some runs."""
    return min(ran(command).seconds for _ in range(TIMES))
