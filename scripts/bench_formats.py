"""Cells that come back from a file, and the time that it takes, beside pandas' own ways with their usual settings."""

from __future__ import annotations

import random
import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from bench_page import table
from bench_turns import in_turn
from freetext.files.exchange.dataset import Dataset, Variable
from freetext.files.exchange.dta import write_dta
from freetext.files.exchange.sav import write_sav
from freetext.files.exchange.triple_s_files import write_triple_s
from freetext.files.tabular.rows import Table
from freetext.files.tabular.tables import read_table, write_table

ROWS = 20_000
TURNS = 3
GAP = re.compile(r"(<!-- measured: formats -->\n).*?(<!-- end of what was measured -->)", re.DOTALL)
WORDS = [
    "money",
    "staff",
    "time",
    "parking",
    "the",
    "we",
    "need",
    "more",
    "kind",
    "waiting",
    "again",
    "food",
    "queue",
    "door",
    "nothing",
    "is",
    "was",
    "for",
    "of",
]
ODD = (
    "007",
    "NA",
    "=1+1",
    "1e5",
    "TRUE",
    "2024-01-05",
    "null",
    "+44 7700",
    "caf\u00e9",
    '"so", they said',
    "two\nlines",
    "N/A",
)
"""Texts that are taken for something else as soon as somebody guesses."""


@dataclass(frozen=True)
class Form:
    """A format: how it is written and read by freetext, and by pandas; pandas knows no Triple-S."""

    ending: str
    write: Callable[[Path], object]
    read: Callable[[Path], object]
    rival_write: Callable[[Path], object] | None = None
    rival_read: Callable[[Path], pd.DataFrame] | None = None


def columns_of(rows: int) -> dict[str, list[str]]:
    """Make a survey of texts: ids with leading zeros, three closed questions, an open one with odd answers among its words."""
    dice = random.Random(5)
    said = (dice.choice(ODD) if row % 10 == 0 else " ".join(dice.choices(WORDS, k=15)) for row in range(rows))
    closed = {f"q{number}": dice.choices(("Yes", "No", "NA", "007"), k=rows) for number in range(3)}
    return {"id": [f"{row:07d}" for row in range(rows)], **closed, "why": list(said)}


def forms(cells: dict[str, list[str]]) -> tuple[Form, ...]:
    """Say how each format is written and read."""
    size, frame = len(cells["id"]), pd.DataFrame(cells)
    whole = Table("survey", tuple(cells), tuple(cells.values()), size)
    data = Dataset("survey", "", tuple(Variable(name, "text", texts) for name, texts in cells.items()), size)

    def plain(path: Path) -> object:
        return write_table(whole, path, force=True)

    def kept_stata(path: Path) -> pd.DataFrame:
        return pd.read_stata(path)

    return (
        Form(".csv", plain, read_guarded, lambda path: frame.to_csv(path, index=False), pd.read_csv),
        Form(".xlsx", plain, read_table, lambda path: frame.to_excel(path, index=False), pd.read_excel),
        Form(".parquet", plain, read_table, lambda path: frame.to_parquet(path, index=False), pd.read_parquet),
        Form(".sav", lambda path: write_sav(data, path, force=True), read_table, None, pd.read_spss),
        Form(
            ".dta",
            lambda path: write_dta(data, path, force=True),
            read_table,
            lambda path: frame.to_stata(path, write_index=False, version=118),
            kept_stata,
        ),
        Form(".sss", lambda path: write_triple_s(data, path, force=True), read_table),
    )


def read_guarded(path: Path) -> Table:
    """Read a CSV of ours: the guard against formulas is known by a column of ours, which a bare table has not; it is taken off here."""
    from freetext.files.tabular.guard import unguarded  # noqa: PLC0415

    found = read_table(path)
    return Table(
        found.file,
        found.names,
        tuple(unguarded(found.texts_at(place)) for place in range(len(found.names))),
        found.size,
    )


def changed(cells: dict[str, list[str]], read: object) -> int:
    """Count the cells that came back other than they went, as texts."""
    if isinstance(read, Table):
        there = {name: read.texts(name) for name in cells}
    else:
        frame = read if isinstance(read, pd.DataFrame) else pd.DataFrame()
        there = {name: [str(cell) for cell in frame[name]] for name in cells}
    return sum(one != two for name in cells for one, two in zip(cells[name], there[name], strict=True))


def rows_of(rows: int) -> Iterator[Sequence[str]]:
    """Measure each format."""
    cells = columns_of(rows)
    total = rows * len(cells)
    with tempfile.TemporaryDirectory() as folder:
        for form in forms(cells):
            ours, rival = Path(folder, f"ours{form.ending}"), Path(folder, f"rival{form.ending}")
            form.write(ours)
            works: dict[str, Callable[[], object]] = {"read": lambda form=form, ours=ours: form.read(ours)}  # type: ignore[misc]
            lost = "-"
            if form.rival_write and form.rival_read:
                form.rival_write(rival)
                lost = f"{changed(cells, form.rival_read(rival)):,}"
            if form.rival_read:
                source = rival if form.rival_write else ours
                works["rival"] = lambda form=form, source=source: form.rival_read(source)  # type: ignore[misc]
            took = in_turn(TURNS, works)
            ratio = f"{took['read'] / took['rival']:.2f}" if "rival" in took else "-"
            yield (
                f"`{form.ending}`",
                f"{changed(cells, form.read(ours)):,}",
                lost,
                f"{total:,}",
                f"{rows / took['read']:,.0f}",
                ratio,
            )


def formats(out: Path | None, rows: int = 0) -> None:
    """Measure, print, and write the page's part."""
    heads = ("file", "cells changed", "by pandas", "of", "rows read a second", "time to read, pandas' being 1")
    told = "\n".join(table(heads, list(rows_of(rows or ROWS)))).strip() + "\n"
    print(told)
    if out:
        page = out.read_text(encoding="utf-8")
        out.write_text(GAP.sub(lambda gap: gap[1] + told + gap[2], page), encoding="utf-8")
        print(f"wrote {out.name}")
