"""Verbatims that stand for a theme: short, of different kinds, and nobody's secret."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from freetext.reports.crossed import code_of
from freetext.reports.hiding import cell_at, quotable
from freetext.reports.report import Quote
from freetext.reports.shown import may_be_shown
from freetext.reports.surveyed import Asked, Surveyed, Told
from freetext.reports.words import named
from freetext.survey.answers import FloatArray, IntArray
from freetext.survey.codings import Source
from freetext.survey.responses import Banner
from freetext.tallies.bases import base_of
from freetext.tallies.conventions import Profile
from freetext.tallies.table import Row

EACH = 3
"""Quotes of one theme."""

SHORTEST, SHORT, LONG = 12, 40, 200
"""Characters: none shorter than the first; those between the others are preferred; a longer answer is cut at a sentence."""

LOOKED_AT = 60
"""Answers of a theme that are compared with each other; the best, by who coded them, their length and score."""

ALIKE = 0.3
"""Two texts nearer than this (Jaccard distance of their words) say the same."""

ELSEWHERE = 0.15
"""What an answer from another column is worth, in the same unit."""

ATTRIBUTED = 10
"""The least base of a column that a quote is attributed to."""

CUT = " [...]"

NOTHING = re.compile(
    r"(?i)\W*(?:n\W?/?\W?a|none|nothing|nil|no|yes|not applicable|as (?:above|before)|see (?:above|previous)\b.*|ditto|same|don'?t know|unsure|no comments?)\W*"
)
SENTENCE = re.compile(r"[.!?][\"'\u2019\u201d)]*(?=\s)")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An answer that could be quoted: its tier (0 is best), its text as it would stand, its words and its column."""

    tier: int
    text: str
    words: frozenset[str]
    column: str


def quotes_of(surveyed: Surveyed, asked: Asked) -> tuple[Quote, ...]:
    """Choose up to three quotes a theme, in the table's order; no answer stands twice, and rare themes choose first.

    Answers that people coded come first, then those that the model is surest of; among them each next quote is the one that
    shares the fewest words with those before it (farthest first). Never quoted: flagged answers, what looks like personal data or a safeguarding concern, what
    says nothing, and what stands in a cell that a disclosure profile hides. An attribution wants a column of ten.
    """
    told = asked.told
    if told is None:
        return ()
    rows = [row for row in asked.total.rows if not row.net and not row.reserved]
    rows = [row for row in rows if quotable(row.cells[0], surveyed.conventions.disclosure)]
    taken: set[str] = set()
    found: dict[str, list[_Candidate]] = {}
    for row in sorted(rows, key=lambda row: row.cells[0].count or 0):
        found[row.theme] = _diverse(list(_candidates(surveyed, asked, told, row, taken)))
        taken.update(_folded(each.text) for each in found[row.theme])
    return tuple(Quote(row.theme, named(row.name), each.text, each.column) for row in rows for each in found[row.theme])


def _candidates(surveyed: Surveyed, asked: Asked, told: Told, row: Row, taken: set[str]) -> Iterator[_Candidate]:
    """Yield the best answers of a theme that may be quoted, each text once."""
    seen, number = set(taken), 0
    for place, tier in _in_order(asked, told, row):
        text = quotation(told.texts[place])
        if not text or not may_be_shown(told.texts[place]) or _folded(text) in seen:
            continue
        seen.add(_folded(text))
        yield _Candidate(tier, text, _words(text), attribution(surveyed, asked, row, place))
        number += 1
        if number == LOOKED_AT:
            return


def _in_order(asked: Asked, told: Told, row: Row) -> list[tuple[int, int]]:
    """List the answers that count in a row and are not flagged as (place, tier), the best tier first, high scores before low ones.

    Coded by people before coded by a machine, a good length before a short one; what has to be cut stands last.
    """
    responses = asked.responses
    inside = base_of(responses, asked.total.base) & code_of(responses, row.theme) & ~told.flagged
    places = np.flatnonzero(inside)
    theme = responses.codeframe.position[row.theme]
    machine = ~np.isin(responses.source[places, theme], (Source.HUMAN, Source.CLOSED))
    lengths = np.fromiter((len(told.texts[place]) for place in places.tolist()), dtype=np.int64, count=len(places))
    tiers = np.where(lengths > LONG, 4, 0) + np.where(machine, 2, 0) + np.where(lengths < SHORT, 1, 0)
    order = np.lexsort((_shuffled(len(places)), -_scores(asked, told, theme)[places], tiers))
    return list(zip(places[order].tolist(), tiers[order].tolist(), strict=True))


def _shuffled(n: int) -> IntArray:
    """An order that is always the same and has nothing to do with that of the file."""
    return np.random.default_rng(n).permutation(n)


def _scores(asked: Asked, told: Told, theme: int) -> FloatArray:
    audit = asked.responses.audit
    scores = told.scores if told.scores is not None else audit.scores if audit is not None else None
    return np.zeros(len(told.texts)) if scores is None else np.nan_to_num(scores[:, theme].astype(np.float64))


def quotation(text: str) -> str:
    """Return an answer as it may be quoted: on one line, whole, or cut behind a sentence with [...]; empty where it cannot be."""
    line = " ".join(text.split())
    if len(line) < SHORTEST or NOTHING.fullmatch(line):
        return ""
    if len(line) <= LONG:
        return line
    ends = [each.end() for each in SENTENCE.finditer(line) if SHORT <= each.end() <= LONG]
    return f"{line[: ends[-1]]}{CUT}" if ends else ""


def _folded(text: str) -> str:
    return " ".join(sorted(_words(text)))


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", text.casefold()))


def _diverse(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """Take the first, then each time, of the best tier, the one that is farthest from those taken; none that says the same."""
    taken = list(candidates[:1])
    while taken and len(taken) < EACH:
        columns = {"", *(each.column for each in taken)}
        best: tuple[int, float] | None = None
        chosen = None
        for each in candidates:
            apart = min(_distance(each.words, other.words) for other in taken)
            worth = (-each.tier, apart + (ELSEWHERE if each.column not in columns else 0.0))
            if apart > ALIKE and (best is None or worth > best):
                best, chosen = worth, each
        if chosen is None:
            break
        taken.append(chosen)
    return taken


def _distance(one: frozenset[str], other: frozenset[str]) -> float:
    """Jaccard's: the share of words that only one of the two has."""
    either = len(one | other)
    return 1 - len(one & other) / either if either else 0.0


def attribution(surveyed: Surveyed, asked: Asked, row: Row, place: int) -> str:
    """Say of which column of the first banner somebody is, where that gives nobody away; empty otherwise."""
    table = next((each for each in asked.tables if each.banner), None)
    banner = None if table is None else surveyed.banner(table.banner)
    if table is None or banner is None:
        return ""
    name = _column(banner, place)
    column = next((each for each in table.columns[1:] if each.name == name), None)
    profile: Profile = surveyed.conventions.disclosure
    large = column is not None and column.n is not None and column.n >= ATTRIBUTED
    return named(name) if large and quotable(cell_at(table, row.theme, name), profile) else ""


def _column(banner: Banner, place: int) -> str:
    """Name the first column that somebody is in."""
    columns = np.flatnonzero(banner.member[place])
    return banner.names[int(columns[0])] if len(columns) else ""
