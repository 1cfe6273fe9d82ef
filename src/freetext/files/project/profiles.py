"""What the cells of one column look like; the ground of every guess."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import islice

from freetext.files.project.joined import ended, joined
from freetext.files.tabular.rows import About, Table
from freetext.survey.codeframe import fold

SAMPLE = 5_000
"""Different cells of a column that are looked at; of one with more that many of them, spread over the whole file."""

MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
ADDRESS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
PHONE = re.compile(r"(?:\+|0)(?:[ ()-]?\d){9,13}")
DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[ T]\d.*)?")
NUMBER = re.compile(r"[+-]?(?:\d{1,15}(?:[.,]\d*)?|[.,]\d+)", re.ASCII)
SEPARATORS = (";", "|")
ENDING = 0.9
"""The share of cells that end in a semicolon where it is the platform that writes it."""

LONG = 40
"""Words of a cell, on average, beyond which it is no list of options."""


@dataclass(frozen=True)
class Profile:
    """A column from its first row to its last: its name, and its cells without outer white space.

    counts     how often each different filled cell stands there; of more than SAMPLE that many, spread over the file
    rows       how many there are
    filled     cells that hold something
    different  different ones of them
    numeric    whether every filled cell is a number
    read       gives the cells again, in order
    """

    name: str
    counts: Counter[str]
    rows: int
    filled: int
    different: int
    numeric: bool
    about: About = field(default_factory=About)
    read: Callable[[], Sequence[str]] = field(default=tuple, repr=False, compare=False)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """All cells, the blank ones too, in the order of the rows."""
        return tuple(map(str.strip, self.read()))

    @cached_property
    def total(self) -> int:
        """How many cells `counts` counts."""
        return self.counts.total()

    @cached_property
    def words(self) -> float:
        """Words in a filled cell, on average."""
        return sum(number * len(cell.split()) for cell, number in self.counts.items()) / max(self.total, 1)

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """The words of the name."""
        return tokens_of(self.name)

    @cached_property
    def separator(self) -> str:
        """What joins several options in a cell: the parts must come back again and again; empty when nothing does."""
        if self.ends:
            return ";"
        for sign in SEPARATORS:
            several = any(sign in cell and len(split(cell, sign)) > 1 for cell in self.counts)
            parts = self.parts(sign) if several else Counter()
            if several and parts.total() >= 2 * len(parts) and len(parts) <= 40 and mean_words(parts) <= 8:
                return sign
        return self.joined[0]

    @cached_property
    def ends(self) -> bool:
        """Whether a semicolon ends the cells, as Microsoft Forms joins what was ticked."""
        return bool(self.counts) and self.share(lambda cell: cell.endswith(";")) >= ENDING

    @cached_property
    def joined(self) -> tuple[str, tuple[str, ...]]:
        """The comma that joins options, and these; nothing for other cells."""
        return joined(self.counts) if self.words <= LONG and any("," in cell for cell in self.counts) else ("", ())

    def short_name(self, *words: str) -> bool:
        """Whether the name is short (no question written out) and holds one of these words."""
        return is_short_name(self.tokens, words)

    def mostly(self, pattern: re.Pattern[str]) -> bool:
        """Whether at least half of the filled cells are of this form."""
        return self.share(lambda cell: bool(pattern.fullmatch(cell))) >= 0.5

    def share(self, test: Callable[[str], bool]) -> float:
        """The share of filled cells that pass a test."""
        return sum(number for cell, number in self.counts.items() if test(cell)) / max(self.total, 1)

    def parts(self, sign: str) -> Counter[str]:
        """How often each part stands in the cells, which a sign parts; without one the cells themselves."""
        if not sign:
            return self.counts
        found: Counter[str] = Counter()
        for cell, number in self.counts.items():
            for part in split(cell, sign):
                found[part] += number
        return found

    def options(self) -> tuple[str, ...]:
        """The different cells (or their parts) by how often they stand there; what joins by commas has an order of its own.

        Of cells that end in a semicolon what one person alone wrote is no option.
        """
        if self.separator and self.separator == self.joined[0]:
            return self.joined[1]
        if self.ends:
            return ended(self.counts)
        return tuple(part for part, _ in self.parts(self.separator).most_common())


def profiles_of(table: Table) -> tuple[list[Profile], list[tuple[str, str]]]:
    """Profile the columns that can be asked for by name, and say which cannot: (name, why)."""
    found, left = [], []
    repeated = Counter(table.names)
    for place, name in enumerate(table.names):
        if fault := _name_fault(name, repeated[name]):
            left.append((name, fault))
        else:
            found.append(profile_of(table, place))
    return found, left


def profile_of(table: Table, place: int) -> Profile:
    """Profile the column at a place, from its first row to its last."""
    name = table.names[place]
    counts = Counter(map(str.strip, table.texts_at(place)))
    filled, different = table.size - counts.pop("", 0), len(counts)
    numeric = bool(counts) and all(map(is_number, counts))
    if different > SAMPLE:
        counts = Counter(dict(islice(counts.items(), 0, None, -(-different // SAMPLE))))
    about = table.about.get(name, About())
    return Profile(name, counts, table.size, filled, different, numeric, about, partial(table.texts_at, place))


def tokens_of(name: str) -> tuple[str, ...]:
    """The words of a column's name: `IPAddress` is `ip`, `address`."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", name)
    return tuple(re.findall(r"[^\W_]+", spaced.lower()))


def is_short_name(tokens: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a name of these words is short (no question written out) and holds one of those."""
    return len(tokens) <= 3 and bool(set(words) & set(tokens))


def split(cell: str, sign: str) -> list[str]:
    """The parts of a cell, without blanks."""
    return [part.strip() for part in cell.split(sign) if part.strip()]


def mean_words(parts: Counter[str]) -> float:
    """Words in a text, on average."""
    return sum(number * len(part.split()) for part, number in parts.items()) / max(parts.total(), 1)


def is_number(cell: str) -> bool:
    """Whether a cell is a plain decimal number, with a dot or a comma."""
    return NUMBER.fullmatch(cell) is not None


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
