"""Measure the safeguarding lexicon: disclosures found, and near misses and everyday answers flagged, in totals only.

    python scripts/bench.py safeguarding [--data DIR]

Half of the written sentences (tests/data/disclosures_held_out.csv) were put aside before the lexicon was begun, and those of another writer
(disclosures_other_writer.csv), a third of them roundabout on purpose, came when it was done. Nothing but this script and its test reads them,
and neither tells an id or a text. DIR/nhs_feedback and DIR/nhs_phase1, where they
are, say how many everyday answers are flagged.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from freetext.guard.safeguarding import CATEGORIES, categories, flags

ROOT = Path(__file__).resolve().parents[1]
SETS = {"developed on": "dev", "held out": "held_out", "another writer's": "other_writer"}
EVERYDAY = {"nhs_feedback": "on which rules were tightened", "nhs_phase1": "on which none was"}
"""Sets of everyday answers, and what they were used for."""

PAGE = ROOT / "docs" / "safeguarding.md"
BEGIN, END = "<!-- safeguarding: measured -->", "<!-- safeguarding: end -->"


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of one category's sentences: disclosures, those flagged, flagged under their own category; near misses, flagged."""

    category: str
    disclosures: int
    flagged: int
    same: int
    near: int
    alarms: int

    @property
    def recall(self) -> float:
        """The share of disclosures that are flagged, under any category."""
        return self.flagged / self.disclosures


def measured(name: str) -> tuple[Found, ...]:
    """Measure one set, by category, the total last; `name` is one of the values of SETS."""
    with (ROOT / "tests" / "data" / f"disclosures_{name}.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    found = [categories(each) for each in flags([row["text"] for row in rows])]
    told = [(row["category"], row["disclosure"] == "1", each) for row, each in zip(rows, found, strict=True)]
    return (*(_found(each, [one for one in told if one[0] == each]) for each in CATEGORIES), _found("all", told))


def _found(name: str, told: Sequence[tuple[str, bool, tuple[str, ...]]]) -> Found:
    true = [(category, each) for category, disclosure, each in told if disclosure]
    near = [each for _, disclosure, each in told if not disclosure]
    return Found(
        name,
        len(true),
        sum(bool(each) for _, each in true),
        sum(category in each for category, each in true),
        len(near),
        sum(map(bool, near)),
    )


def answers_of(data: Path, name: str) -> list[str]:
    """The different answers of one set of everyday feedback, in the order of its files."""
    texts: dict[str, str] = {}
    for path in sorted((data / name).glob("t*.csv")):
        with path.open(encoding="utf-8", newline="") as handle:
            for row in csv.DictReader(handle):
                texts.setdefault(row["text"].strip().lower(), row["text"])
    return list(texts.values())


def everyday(data: Path) -> list[str]:
    """Say how many everyday answers are flagged: those that false alarms were looked for in, and others that none was."""
    read, lines = set[str](), []
    for name, how in EVERYDAY.items():
        texts = [text for text in answers_of(data, name) if text not in read]
        read.update(texts)
        flagged = sum(map(bool, flags(texts)))
        if texts:
            lines.append(
                f"- {name}, {how}: {flagged} of {len(texts):,} different answers, {1000 * flagged / len(texts):.1f} in 1,000"
            )
    return lines


def told() -> list[str]:
    """Lay out all sets as a table."""
    lines = [
        "| Sentences | Category | Disclosures | Flagged | Recall | Same category | Near misses | Flagged |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for half, name in SETS.items():
        lines += [
            f"| {half} | {each.category} | {each.disclosures} | {each.flagged} | {each.recall:.2f} | {each.same} | {each.near} | {each.alarms} |"
            for each in measured(name)
        ]
    return lines


def safeguarding(data: Path) -> None:
    """Measure, print, and write the page's table where the page has a place for it."""
    lines = told()
    if counted := everyday(data):
        lines += ["", "Everyday answers that are flagged, rightly or not:", "", *counted]
    print("\n".join(lines))
    text = PAGE.read_text(encoding="utf-8") if PAGE.is_file() else ""
    if BEGIN in text and END in text:
        head, _, rest = text.partition(BEGIN)
        _, _, tail = rest.partition(END)
        PAGE.write_text("\n".join((f"{head}{BEGIN}", *lines, f"{END}{tail}")), encoding="utf-8")
