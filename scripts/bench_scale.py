"""Speed and memory at size: what a row costs, what a process holds, what a second process brings, tallies and training.

Everything but the cost of a row is measured on whole commands, each a process of its own, start included, as a user has it.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from statistics import median

from bench_ceiling import ceiling
from bench_marks import SCRIPTS, Ledger, Mark, machine, sources
from bench_peak import Ran, python, ran
from bench_scaled_data import SOURCES, folder_of, labelled_file, one_file
from bench_starts import FREETEXT
from bench_systems import engine
from bench_turns import through
from freetext.files.modelling.models import load_model, resolve

ROWS = 5_000_000
SIZES = (10_000, 100_000, 500_000)
TIMES, WARMED = 3, 200_000
"""Different files of each size but the largest; rows that are coded before."""

LABELLED, FEWEST = 50_000, 2_000
PARTS = 20
FLOW = str(SCRIPTS / "bench_flow.py")
MAKING = ("bench_scaled_data.py", "bench_new_words.py")
"""What makes the rows, beside the surveys."""

FOLDERS = ("--by", "region", "--by", "age", "--weight", "weight")
WAYS = {"alone": ("--workers", "1"), "pair": ("--workers", "2"), "dask": ("--workers", "2", "--scheduler", "local")}
ORDER = ("alone", "pair", "dask", "pair", "alone", "dask")
"""How a folder is coded, and in which turns: none is always first or last."""

FLAT = 10.0
"""Percent by which cost and memory may grow."""


@dataclass(frozen=True)
class Place:
    """Where a run finds surveys, keeps files, and notes figures; and how many rows it goes up to."""

    data: Path
    cache: Path
    ledger: Ledger
    rows: int

    @property
    def sizes(self) -> list[int]:
        """Return the files' rows, from few to many."""
        return sorted({min(size, self.rows) for size in (*SIZES, self.rows)})

    @cached_property
    def made(self) -> Path:
        """Return where rows stand that are made of these surveys, and in this way."""
        told = hashlib.sha256()
        for path in (*(SCRIPTS / name for name in MAKING), *(self.data / survey / "train.csv" for survey in SOURCES)):
            told.update(path.read_bytes())
        return self.cache / "rows" / told.hexdigest()[:12]

    @property
    def model(self) -> Path:
        """Return where the model of this engine and of these rows stands."""
        return self.cache / "models" / f"{labelled(self.rows)}-{engine()}-{self.made.name}"

    def file(self, rows: int, first: int = 0) -> Path:
        """Return the path of a file of so many rows, from a block on, made if need be."""
        return one_file(self.data, self.made, rows, first)

    def folder(self) -> Path:
        """Return the path of a folder with all rows in parts, made if need be."""
        return folder_of(self.data, self.made, self.rows, PARTS)

    def empty(self, name: str) -> Path:
        """Return the path of an output, file or folder, that is not there yet."""
        path = self.cache / "out" / name
        if path.is_dir():
            shutil.rmtree(path)
        path.unlink(missing_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        return path


def scale(data: Path, cache: Path, rows: int = ROWS, steps: Sequence[str] = ()) -> bool:
    """Print and keep the rows of all steps, or of some; two surveys are needed. Return whether all went through."""
    missing = [survey for survey in SOURCES if not (data / survey / "train.csv").is_file()]
    if missing:
        print(f"no {' and no '.join(missing)} in {data.name}: the scale bench needs both; skipped")
        return True
    place = Place(data, cache, Ledger(cache / "scale"), rows)
    print(f"{machine()}; up to {rows:,} rows", flush=True)
    return through({step: partial(STEPS[step], place) for step in steps or STEPS})


def labelled(rows: int) -> int:
    """Return how many answers are learnt from: fewer where the run is a small one."""
    return max(FEWEST, min(LABELLED, rows // 10))


def training(place: Place) -> None:
    """Train by the command, on all cores; the model is what all else uses."""
    count, model = labelled(place.rows), place.model
    if model.is_dir() and trained(place):
        print(f"trained by an earlier run: {model.name}")
        return
    shutil.rmtree(model, ignore_errors=True)
    path, themes = labelled_file(place.data, place.made, count)
    done = ran(
        [FREETEXT, "train", str(path), "--text", "text", "--labels", "labels", "--model", str(model), "--quiet"],
        together=True,
    )
    what, told = f"training {count:,} answers x {themes} themes", f"{done.processor:,.0f} seconds of processor time"
    mark = Mark("train-seconds", what, done.seconds, "s", 300, low=True, told=told, figures={"answers": count})
    place.ledger.keep(mark)
    told = f"{done.peak:,.0f} MB the largest process"
    what = "memory of that training, all processes together"
    place.ledger.keep(Mark("train-memory", what, max(done.together, done.peak), "MB", 4096, low=True, told=told))


def trained(place: Place) -> bool:
    """Whether the figures of that training are kept, of these sources and this machine."""
    kept = place.ledger.kept()
    marks = [kept[name] for name in ("train-seconds", "train-memory") if name in kept]
    return (
        len(marks) > 1
        and all((mark.sources, mark.machine) == (sources(), machine()) for mark in marks)
        and kept["train-seconds"].figures.get("answers") == labelled(place.rows)
    )


def cost(place: Place) -> None:
    """Count what a row costs, file to file, in a process that has coded other rows before, from the smallest file to the largest."""
    numbers = iter(range(1_000, 10**6, 20))  # blocks that stand in no other file
    small = [size for size in place.sizes if size < place.rows for _ in range(TIMES)]
    files = [place.file(size, next(numbers)) for size in (WARMED, *small)] + [place.file(place.rows)]
    done = python(FLOW, resolve(place.model), place.empty("flow.parquet"), *files, cores=1)
    cold, *all_tenths = json.loads(done.said)
    found: dict[int, list[float]] = {}
    for size, tenths in zip((*small, place.rows), all_tenths, strict=True):
        found.setdefault(size, []).append(1e6 * sum(tenths) / size)
    each = {f"{size:,} rows": median(costs) for size, costs in found.items()}
    most = each.pop(f"{place.rows:,} rows")
    grown = 100 * (most / min(each.values(), default=most) - 1)
    told = ", ".join(f"{micro:.2f} at {size}" for size, micro in each.items())
    figures = {
        f"{WARMED:,} rows, the first after the start": 1e6 * sum(cold) / WARMED,
        **each,
        f"{place.rows:,} rows": most,
    }
    what = f"cost a row, {place.rows:,} rows against fewer, growth"
    told = f"{most:.2f} microseconds of processor time a row; {told}"
    place.ledger.keep(Mark("cost", what, grown, "%", FLAT, low=True, told=told, figures=figures))
    tenths = all_tenths[-1]
    told = "by tenths " + ", ".join(f"{10e6 * part / place.rows:.2f}" for part in tenths) + " microseconds a row"
    what = "the same within the largest file: its last two tenths against its first two, growth"
    grown = 100 * (sum(tenths[-2:]) / sum(tenths[:2]) - 1)
    place.ledger.keep(Mark("tenths", what, grown, "%", FLAT, low=True, told=told))


def coding(place: Place, source: Path, out: str, *options: str) -> Ran:
    """Code by the command, model named and nothing said."""
    model = str(resolve(place.model))
    target = str(place.empty(out)) + "/" * out.endswith("/")
    names = ["--text", "text", "--id", "id", "--model", model, "-o", target, *options]
    return ran([FREETEXT, "code", str(source), *names, "--quiet"])


def memory(place: Place) -> None:
    """Measure the most that coding one file holds, for the two largest files."""
    few, many = place.sizes[-2:] if len(place.sizes) > 1 else place.sizes * 2
    peaks = {}
    for rows in (few, many):
        done = coding(place, place.file(rows), "one.parquet")
        peaks[rows] = done.peak
        size_in, size_out = place.file(rows).stat().st_size, (place.cache / "out" / "one.parquet").stat().st_size
    figures = {
        "seconds": done.seconds,
        "processor": done.processor,
        "in": size_in / many,
        "out": size_out / many,
        "rows": many,
    }
    grown, told = (
        100 * (peaks[many] / peaks[few] - 1),
        f"{peaks[few]:,.0f} MB at {few:,}, {peaks[many]:,.0f} MB at {many:,}",
    )
    what = f"peak memory of `freetext code` on one Parquet file, {many:,} rows against {few:,}, growth"
    place.ledger.keep(Mark("memory", what, grown, "%", FLAT, low=True, told=told))
    told = f"{many / done.seconds:,.0f} rows a second, start included"
    mark = Mark("peak", "the same at the most", peaks[many], "MB", 1024, low=True, told=told, figures=figures)
    place.ledger.keep(mark)


def ways(place: Place) -> None:
    """Code a folder with one process, with two, and with two of Dask's, twice each."""
    folder = place.folder()
    parts = met(folder)
    found: dict[str, list[Ran]] = {name: [] for name in WAYS}
    for name in ORDER:
        os.sync()  # what one has written is not to be carried to disk in the time of the next
        found[name].append(coding(place, folder, f"{name}/", *FOLDERS, *WAYS[name]))
        print(f"... {name}: {found[name][-1].seconds:.1f} s", flush=True)
    alone, pair, dask = (min(each.seconds for each in runs) for runs in found.values())
    figures = {
        "rows": place.rows, "alone": alone, "pair": pair, "dask": dask,
        "peak": max(each.peak for name in ("alone", "pair") for each in found[name]),
        "in": weight(folder) / place.rows, "out": weight(place.cache / "out" / "alone") / place.rows,
    }  # fmt: skip
    told = (
        f"{place.rows:,} rows in {parts} parts: {spread(found['alone'])} and {spread(found['pair'])}, starts included"
    )
    mark = Mark("two", "2 processes against 1", alone / pair, "times", 1.8, told=told, figures=figures)
    place.ledger.keep(mark)
    told = f"{spread(found['dask'])} beside {spread(found['pair'])}, starts included"
    what = "Dask with 2 worker processes against loky with 2"
    place.ledger.keep(Mark("dask", what, pair / dask, "times", 0.9, told=told))


def met(folder: Path) -> int:
    """Read all files of a folder once, so that the first to code it does not wait for the disk alone; return how many."""
    sizes = [len(path.read_bytes()) for path in folder.iterdir()]
    return len(sizes)


def spread(runs: Sequence[Ran]) -> str:
    """Write the seconds of some runs, the shortest first: it is the one that counts."""
    return f"{' or '.join(f'{each:.1f}' for each in sorted(run.seconds for run in runs))} s"


def machines_own(place: Place) -> None:
    """Say what two tokenizers reach that share nothing."""
    top, least, most = ceiling(place.file(place.sizes[min(1, len(place.sizes) - 1)]))
    what = "two bare tokenizers at once against one: what this machine has to give"
    told = f"median of five turns, {least:.2f} to {most:.2f}"
    place.ledger.keep(Mark("ceiling", what, top, "times", told=told))


def weight(folder: Path) -> int:
    """Return the bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def tallied(place: Place) -> None:
    """Tally a coded folder by two banners from what its parts left behind."""
    out = str(place.cache / "out" / "pair")
    table = str(place.empty("tables.csv"))
    done = ran([FREETEXT, "tally", out, "--text", "text", *FOLDERS, "-o", table, "--quiet"])
    what = f"tallies of {place.rows:,} coded rows x {themes_of(place)} themes x 2 banners, from the parts' statistics"
    told = f"{done.peak:,.0f} MB at most"
    place.ledger.keep(Mark("tally", what, done.seconds, "s", 5, low=True, told=told))


def themes_of(place: Place) -> int:
    """Return the number of themes of the model."""
    return len(load_model(place.model).codeframe)


STEPS: dict[str, Callable[[Place], None]] = {
    "training": training,
    "cost": cost,
    "memory": memory,
    "ways": ways,
    "ceiling": machines_own,
    "tally": tallied,
}
"""The steps of a run, each by its name; all but the first need the first's model, and tallies the folder of `ways`."""
