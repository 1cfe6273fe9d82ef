"""What came of a part: counts, in `_freetext/KEY.json`, so that totals need no second pass."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from freetext.batch.keys import beside
from freetext.errors import InputError
from freetext.files.addresses import joined, read_bytes
from freetext.survey.codings import Source

if TYPE_CHECKING:
    from freetext.survey.codings import Codings

FORMAT = 1
COUNTS = ("rows", "answers", "blank", "none", "human", "review")


@dataclass(frozen=True, slots=True)
class Row:
    """A part that is coded: its output, what it came of, and how it went, in counts of rows and answers.

    file     its output's name, below the output folder
    rows     of the source, and as many of the output
    none     answers with content and without a theme
    human    answers that people decided, at least in part
    review   answers that want a person
    themes   (code, answers) in the order of the codeframes
    models   digests
    columns  of the output
    decided  a digest of people's decisions on its answers, empty where there are none
    told     decisions that could not be used, in plain words
    """

    file: str
    key: str
    source: str
    fingerprint: str
    models: tuple[str, ...]
    columns: tuple[str, ...]
    rows: int
    answers: int
    blank: int
    none: int
    human: int
    review: int
    themes: tuple[tuple[str, int], ...]
    decided: str = ""
    told: tuple[str, ...] = ()


@dataclass(slots=True)
class Counts:
    """Counts of answers, added up batch by batch or part by part."""

    answers: int = 0
    blank: int = 0
    none: int = 0
    human: int = 0
    review: int = 0
    themes: dict[str, int] = field(default_factory=dict)

    def add(self, codings: Codings) -> None:
        """Add what became of a batch of answers."""
        self.answers += len(codings)
        self.blank += int(codings.blank.sum())
        self.none += int((~codings.chosen.any(axis=1) & ~codings.blank).sum())
        self.human += int((codings.source == Source.HUMAN).any(axis=1).sum())
        self.review += int(codings.review.sum())
        self._themes(zip(codings.codeframe.codes, codings.chosen.sum(axis=0).tolist(), strict=True))

    def add_row(self, row: Row) -> None:
        """Add a part."""
        self.answers += row.answers
        self.blank += row.blank
        self.none += row.none
        self.human += row.human
        self.review += row.review
        self._themes(row.themes)

    def _themes(self, counts: Iterable[tuple[str, int]]) -> None:
        for code, count in counts:
            self.themes[code] = self.themes.get(code, 0) + count


def encoded(row: Row) -> bytes:
    """Write a row as JSON."""
    return (json.dumps({"format": FORMAT, **asdict(row)}, indent=1, ensure_ascii=True) + "\n").encode()


def read_row(out: str, key: str) -> Row:
    """Read what came of a part; raises InputError where its file is gone or damaged."""
    place = joined(out, beside(key, ".json"))
    try:
        return _decoded(json.loads(read_bytes(place)), key)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise InputError("is damaged.", file=place, remedy="Remove it, and run the same command again.") from error


def _decoded(told: dict[str, Any], key: str) -> Row:
    if told.pop("format") != FORMAT or told["key"] != key:
        raise ValueError("format or key")
    if any(type(told[name]) is not int or told[name] < 0 for name in COUNTS):
        raise ValueError("a count")
    themes = tuple((str(code), int(count)) for code, count in told.pop("themes"))
    texts: dict[str, Any] = {name: tuple(map(str, told.pop(name))) for name in ("models", "columns", "told")}
    return Row(**told, **texts, themes=themes)
