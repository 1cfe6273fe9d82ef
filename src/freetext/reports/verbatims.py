"""The answers behind the numbers of a section, to look them up."""

from __future__ import annotations

from itertools import zip_longest

import numpy as np

from freetext.reports.crossed import code_of
from freetext.reports.report import Verbatims
from freetext.reports.shown import may_be_shown
from freetext.reports.surveyed import Asked, Surveyed, Told
from freetext.reports.words import named
from freetext.survey.answers import BoolArray, IntArray
from freetext.survey.codings import Source
from freetext.survey.responses import Banner, Responses
from freetext.tallies.bases import base_of

COVERED = 5
"""Answers that each cell of the tables has at least, where only a part is carried, as far as the limit goes."""


def verbatims_of(surveyed: Surveyed, asked: Asked) -> Verbatims | None:
    """Carry the answers of a section; None without any, where it is not wanted, and under a disclosure profile.

    Flagged answers and those that look like personal data or a safeguarding concern are left out, and counted as far as they were looked at. Of more than the limit a seeded draw is carried:
    some of each cell, then answers that people coded, then others.
    """
    told = asked.told
    if told is None or not surveyed.verbatims or surveyed.conventions.disclosure or not asked.total.rows:
        return None
    inside = base_of(asked.responses, asked.total.base) & np.fromiter(map(bool, told.texts), np.bool_, len(told.texts))
    slugs = tuple(row.theme for row in asked.total.rows)
    given = np.stack([code_of(asked.responses, slug) for slug in slugs], axis=1)
    columns = {each.name: _places(each) for each in _banners(surveyed, asked)}
    order = _preferred(np.flatnonzero(inside & ~told.flagged), given, list(columns.values()), asked.responses, surveyed)
    kept, held_back = _first(order, told, surveyed.limit)
    return Verbatims(
        ids=tuple(told.ids[place] for place in kept.tolist()),
        texts=tuple(told.texts[place] for place in kept.tolist()),
        who=tuple(told.who[place] for place in kept.tolist()),
        slugs=slugs,
        given=given[kept],
        columns={name: (_names(surveyed, name), places[kept]) for name, places in columns.items()},
        total=int(np.count_nonzero(inside)),
        withheld=int(np.count_nonzero(inside & told.flagged)) + held_back,
    )


def _first(order: IntArray, told: Told, limit: int) -> tuple[IntArray, int]:
    """Take the first that may be shown, in the order of the file; and say how many on the way may not."""
    kept: list[int] = []
    held_back = 0
    for place in order.tolist():
        if len(kept) == limit:
            break
        if may_be_shown(told.texts[place]):
            kept.append(place)
        else:
            held_back += 1
    return np.array(sorted(kept), dtype=np.int64), held_back


def _banners(surveyed: Surveyed, asked: Asked) -> list[Banner]:
    found = (surveyed.banner(table.banner) for table in asked.tables if table.banner)
    return [each for each in found if each is not None]


def _places(banner: Banner) -> IntArray:
    """The place of each row's first column, -1 for none."""
    return np.where(banner.member.any(axis=1), banner.member.argmax(axis=1), -1).astype(np.int64)


def _names(surveyed: Surveyed, name: str) -> tuple[str, ...]:
    banner = surveyed.banner(name)
    return () if banner is None else tuple(map(named, banner.names))


def _preferred(
    places: IntArray, given: BoolArray, columns: list[IntArray], responses: Responses, surveyed: Surveyed
) -> IntArray:
    """Order the answers by who is to be carried first, where not all can be."""
    if len(places) <= surveyed.limit:
        return places
    order = np.random.default_rng(surveyed.seed).permutation(places)
    machine = (responses.source[order] != Source.HUMAN).any(axis=1)
    order = order[np.argsort(machine, kind="stable")]
    chosen = dict.fromkeys([*_covering(order, given, columns), *order.tolist()])
    return np.array(list(chosen), dtype=np.int64)


def _covering(order: IntArray, given: BoolArray, columns: list[IntArray]) -> list[int]:
    """Take the first few answers of each cell: one of every cell, then a second of every cell, and so on."""
    cells: list[list[int]] = []
    for row in given[order].T:
        here = order[row]
        cells.append(here[:COVERED].tolist())
        for places in columns:
            at = places[here]
            cells.extend(here[at == column][:COVERED].tolist() for column in np.unique(at).tolist())
    return [place for turn in zip_longest(*cells) for place in turn if place is not None]
