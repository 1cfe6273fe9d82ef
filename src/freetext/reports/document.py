"""A report as running text: blocks from top to bottom for a document, and slides; the texts are as they are printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tone = Literal["", "warning", "item", "note", "quote"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the highest below the title."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: plain, a warning, an item of a list, a note in small print, or a quote; `by` says whose words they are."""

    text: str
    tone: Tone = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a grid: its label and the texts of its cells."""

    label: str
    cells: tuple[str, ...]
    depth: int = 0
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of texts below one line of heads, the first of which stands over the labels; figures stand right."""

    head: tuple[str, ...]
    rows: tuple[Line, ...]
    figures: bool = True


@dataclass(frozen=True, slots=True)
class Figure:
    """The chart of this name, with what stands around it; `alt` says in words what it shows."""

    name: str
    finding: str
    base: str
    note: str
    alt: str


Block = Heading | Paragraph | Grid | Figure


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document."""

    title: str
    subtitle: str
    blocks: tuple[Block, ...]
    lang: str = "en"


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: its title, a chart or lines of text, a line at its foot, and the speaker's notes."""

    title: str
    figure: Figure | None = None
    lines: tuple[str, ...] = ()
    foot: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Deck:
    """A whole set of slides."""

    title: str
    subtitle: str
    slides: tuple[Slide, ...]
    lang: str = "en"
