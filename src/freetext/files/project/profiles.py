"""What the cells of one column look like; the ground of every guess."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from freetext.files.project.joined import in_order, joined
from freetext.files.tabular.rows import About, Table
from freetext.survey.codeframe import fold

SAMPLE = 5_000
"""Rows that are looked at."""

MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
ADDRESS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
PHONE = re.compile(r"(?:\+|0)(?:[ ()-]?\d){9,13}")
DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[ T]\d.*)?")
SEPARATORS = (";", "|")
ENDING = 0.9
"""The share of cells that end in a semicolon where it is the platform that writes it."""

LONG = 40
"""Words of a cell, on average, beyond which it is no list of options."""


@dataclass(frozen=True)
class Profile:
    """A column: its name and the texts of its first cells, without outer white space."""

    name: str
    texts: tuple[str, ...]
    about: About = field(default_factory=About)

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """The cells that are filled."""
        return tuple(text for text in self.texts if text)

    @property
    def rows(self) -> int:
        """How many rows were looked at."""
        return len(self.texts)

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each different cell stands there."""
        return Counter(self.cells)

    @cached_property
    def words(self) -> float:
        """Words in a filled cell, on average."""
        return sum(len(cell.split()) for cell in self.cells) / max(len(self.cells), 1)

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """The words of the name: `IPAddress` is `ip`, `address`."""
        spaced = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", self.name)
        return tuple(re.findall(r"[^\W_]+", spaced.lower()))

    @cached_property
    def numeric(self) -> bool:
        """Whether every filled cell is a number."""
        return bool(self.cells) and all(is_number(cell) for cell in self.cells)

    @cached_property
    def separator(self) -> str:
        """What joins several options in a cell: the parts must come back again and again; empty when nothing does."""
        if self.ends:
            return ";"
        for sign in SEPARATORS:
            parts = split(self.cells, sign)
            several = any(len(split([cell], sign)) > 1 for cell in self.counts)
            if several and len(parts) >= 2 * len(set(parts)) and len(set(parts)) <= 40 and mean_words(parts) <= 8:
                return sign
        return self.joined[0]

    @cached_property
    def ends(self) -> bool:
        """Whether a semicolon ends the cells, as Microsoft Forms joins what was ticked."""
        return bool(self.cells) and self.share(lambda cell: cell.endswith(";")) >= ENDING

    @cached_property
    def joined(self) -> tuple[str, tuple[str, ...]]:
        """The comma that joins options, and these; nothing for other cells."""
        return joined(self.counts) if self.words <= LONG else ("", ())

    def short_name(self, *words: str) -> bool:
        """Whether the name is short (no question written out) and holds one of these words."""
        return len(self.tokens) <= 3 and bool(set(words) & set(self.tokens))

    def mostly(self, pattern: re.Pattern[str]) -> bool:
        """Whether at least half of the filled cells are of this form."""
        return self.share(lambda cell: bool(pattern.fullmatch(cell))) >= 0.5

    def share(self, test: Callable[[str], bool]) -> float:
        """The share of filled cells that pass a test."""
        return sum(number for cell, number in self.counts.items() if test(cell)) / max(len(self.cells), 1)

    def options(self) -> tuple[str, ...]:
        """The different cells (or their parts) by how often they stand there; what joins by commas has an order of its own.

        Of cells that end in a semicolon what one person alone wrote is no option.
        """
        if self.separator and self.separator == self.joined[0]:
            return self.joined[1]
        if self.ends:
            often = [part for part, count in Counter(split(self.cells, ";")).most_common() if count > 1]
            return tuple(in_order({cell: tuple(split([cell], ";")) for cell in self.counts}, often))
        parts = split(self.cells, self.separator) if self.separator else list(self.cells)
        return tuple(part for part, _ in Counter(parts).most_common())


def profiles_of(table: Table) -> tuple[list[Profile], list[tuple[str, str]]]:
    """Profile the columns that can be asked for by name, and say which cannot: (name, why)."""
    found, left = [], []
    repeated = Counter(table.names)
    for place, name in enumerate(table.names):
        if fault := _name_fault(name, repeated[name]):
            left.append((name, fault))
            continue
        texts = tuple(text.strip() for text in table.texts_at(place)[:SAMPLE])
        found.append(Profile(name, texts, table.about.get(name, About())))
    return found, left


def split(cells: list[str] | tuple[str, ...], sign: str) -> list[str]:
    """The parts of all cells, without blanks."""
    return [part.strip() for cell in cells for part in cell.split(sign) if part.strip()]


def mean_words(texts: list[str]) -> float:
    """Words in a text, on average."""
    return sum(len(text.split()) for text in texts) / max(len(texts), 1)


def is_number(cell: str) -> bool:
    """Whether a cell is a plain decimal number, with a dot or a comma."""
    return bool(re.fullmatch(r"[+-]?(?:\d{1,15}(?:[.,]\d*)?|[.,]\d+)", cell, re.ASCII))


def number_of(cell: str) -> float:
    """The number of a cell for which `is_number` holds."""
    return float(cell.replace(",", "."))


def _name_fault(name: str, times: int) -> str:
    if not name.strip():
        return "a column without a name."
    if times > 1:
        return f"the name stands {times} times; rename the columns to use them."
    if any("\ud800" <= sign <= "\udfff" for sign in name):
        return "the name cannot be written as text."
    return "written by freetext." if fold(name).startswith("freetext_") else ""
