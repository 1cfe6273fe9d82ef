"""Answers by the million, recombined from coded surveys: runs of real words, and one to two words in a hundred that nobody has ever seen.

Row b * BLOCK and those behind it come from seed (SEED, b) alone, so that one file and a folder of parts hold the same rows.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from numpy.typing import NDArray

from bench_data import Rows, labels_of, read
from bench_new_words import Moulds

BLOCK = 50_000
"""Rows of a block: a seed each, and a row group each."""

SEED = 6
RUNS, LONGEST = 4, 7
"""Runs of an answer's neighbouring words, and words of a run at most: 16 words on average, which are about 20 tokens."""

UNSEEN = 0.015
"""Share of words that are new."""

MOST = 1 << 14
"""New words of a block at most, for each has a number of its own: some 12,000 are drawn."""

REGIONS = ("north", "south", "east", "west", "islands")
AGES = ("16-24", "25-34", "35-44", "45-54", "55-64", "65+")
SOURCES = ("goemotions", "nhs_feedback")
LABELLED = "goemotions"


@dataclass(frozen=True, slots=True)
class Words:
    """All words of the surveys, in the order in which they were written, and the moulds of new ones."""

    spoken: pa.StringArray
    moulds: Moulds

    @classmethod
    def of(cls, data: Path) -> Words:
        """Read the training rows of the surveys, each once."""
        texts = [row["text"] for survey in SOURCES for row in read(data / survey / "train.csv")]
        spoken = pa.array([word for text in texts for word in text.split()])
        return cls(spoken, Moulds.of(spoken))


def block(words: Words, number: int) -> pa.Table:
    """Make the rows of one block: id, text, region, age, weight."""
    draw = np.random.default_rng((SEED, number))
    ids = [f"r{number * BLOCK + row:09d}" for row in range(BLOCK)]
    return pa.table(
        {
            "id": pa.array(ids),
            "text": texts_of(words, draw, number),
            "region": _drawn(draw, REGIONS),
            "age": _drawn(draw, AGES),
            "weight": pa.array(np.round(draw.lognormal(0.0, 0.4, BLOCK), 3)),
        }
    )


def texts_of(words: Words, draw: np.random.Generator, number: int) -> pa.StringArray:
    """Make a block's answers: runs of neighbouring words, some words of them new."""
    lengths = draw.integers(1, LONGEST + 1, BLOCK * RUNS)
    ends = np.cumsum(lengths)
    begins = draw.integers(0, len(words.spoken) - LONGEST, BLOCK * RUNS)
    places = np.repeat(begins - (ends - lengths), lengths) + np.arange(ends[-1])
    new = np.flatnonzero(draw.random(len(places)) < UNSEEN)[:MOST]
    dictionary = pa.concat_arrays([words.spoken, words.moulds.cast(draw, number * MOST + np.arange(len(new)))])
    places[new] = len(words.spoken) + np.arange(len(new))
    said = dictionary.take(pa.array(places))
    offsets = np.concatenate([[0], ends[RUNS - 1 :: RUNS]]).astype(np.int32)
    return pc.binary_join(pa.ListArray.from_arrays(pa.array(offsets), said), " ")


def _drawn(draw: np.random.Generator, names: tuple[str, ...]) -> pa.StringArray:
    places: NDArray[np.int64] = draw.integers(0, len(names), BLOCK)
    return pa.array(names).take(pa.array(places))


def blocks(words: Words, rows: int, first: int = 0) -> Iterator[pa.Table]:
    """Yield as many rows as are asked for, block by block, from one block on."""
    for number in range(-(-rows // BLOCK)):
        yield block(words, first + number).slice(0, rows - number * BLOCK)


def one_file(data: Path, cache: Path, rows: int, first: int = 0) -> Path:
    """Return the path of a Parquet file of so many rows from one block on, made if it is not there."""
    path = cache / (f"rows-{rows}-from-{first}.parquet" if first else f"rows-{rows}.parquet")
    if not path.is_file():
        print(f"... making a file of {rows:,} rows", flush=True)
        _written(blocks(Words.of(data), rows, first), path)
    return path


def folder_of(data: Path, cache: Path, rows: int, parts: int) -> Path:
    """Return the path of a folder that holds the same rows in so many Parquet files, or as many as there are blocks."""
    folder = cache / f"rows-{rows}-in-{parts}"
    if not folder.is_dir():
        print(f"... making a folder of {rows:,} rows", flush=True)
        making = cache / f"{folder.name}.making"
        making.mkdir(parents=True, exist_ok=True)
        words, count = Words.of(data), -(-rows // BLOCK)
        for place, numbers in enumerate(np.array_split(np.arange(count), min(parts, count))):
            tables = (block(words, number).slice(0, rows - number * BLOCK) for number in numbers.tolist())
            _written(tables, making / f"part-{place:04d}.parquet")
        making.rename(folder)
    return folder


def labelled_file(data: Path, cache: Path, count: int) -> tuple[Path, int]:
    """Return the path of a CSV file of labelled answers, and the number of their themes.

    Where there are fewer than so many, the others are made of two each: both texts, one behind the other, and the labels of both.
    """
    rows = [row for row in read(data / LABELLED / "train.csv") if row["labels"]]
    some = [*rows[:count], *_joined(rows, count - len(rows))]
    path = cache / f"labelled-{count}.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["id", "text", "labels"])
        out.writerows([place, row["text"], row["labels"]] for place, row in enumerate(some))
    return path, len({label for row in some for label in labels_of(row)})


def _joined(rows: Rows, count: int) -> Iterator[dict[str, str]]:
    draw = random.Random(SEED)
    for _ in range(count):
        one, other = draw.sample(rows, 2)
        labels = dict.fromkeys([*labels_of(one), *labels_of(other)])
        yield {"text": f"{one['text']} {other['text']}", "labels": ";".join(labels)}


def _written(tables: Iterator[pa.Table], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".making")
    first = next(tables)
    with pq.ParquetWriter(part, first.schema) as file:
        file.write_table(first)
        for table in tables:
            file.write_table(table)
    part.replace(path)
