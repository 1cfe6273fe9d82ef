"""A TOML file cut at the headers of its tables, so that one table can be edited and everything else stays as it was written."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

from freetext.files.project.toml_lines import Refusal, parse_toml

MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Block:
    """One table as it is written: the comments right above its header, the table, what follows up to the next block."""

    kind: str
    above: str
    table: str
    below: str

    def __str__(self) -> str:
        """The text of the block."""
        return self.above + self.table + self.below


def blocks_of(text: str, file: str, refusal: Refusal) -> Iterator[Block]:
    """Cut a text at the headers of its tables, and at keys outside `[[tables]]`; the first block holds what stands before.

    Raises what `refusal` makes where the text is no TOML.
    """
    found = parse_toml(text, file, refusal).lines
    heads = sorted({line: str(place[0]) for place, line in found.items() if len(place) <= 2}.items())
    lines = [f"{line}\n" for line in text.split("\n")[:-1]]
    starts, kinds = [0, *(line - 1 for line, _ in heads)], ["", *(kind for _, kind in heads)]
    above = ""
    for kind, start, end in zip(kinds, starts, [*starts[1:], len(lines)], strict=True):
        table, below, next_above = _cut(lines[start:end], last=end == len(lines))
        yield Block(kind, above, table, below)
        above = next_above


def _cut(lines: list[str], *, last: bool) -> tuple[str, str, str]:
    """Part a table from the blank lines and comments behind it, and from the comments right above the next header."""
    behind = len(lines)
    while behind and (not lines[behind - 1].strip() or _is_comment(lines[behind - 1])):
        behind -= 1
    while not _is_toml(lines[:behind]) and behind < len(lines):
        behind += 1  # what looked like a comment stands in a text of several lines
    next_up = len(lines)
    while not last and next_up > behind and _is_comment(lines[next_up - 1]):
        next_up -= 1
    return "".join(lines[:behind]), "".join(lines[behind:next_up]), "".join(lines[next_up:])


def _is_toml(lines: list[str]) -> bool:
    try:
        tomllib.loads("".join(lines))
    except tomllib.TOMLDecodeError:
        return False
    return True


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")
