"""Closed questions of a part, batch by batch: each different cell is read once, and options that come late find their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from freetext.errors import NegativeAnswer
from freetext.files.coding.coded import closed_question
from freetext.files.tabular.factors import factor_of
from freetext.files.tabular.tables import Table
from freetext.survey.answers import IntArray
from freetext.survey.codeframe import Codeframe
from freetext.survey.codings import Source
from freetext.survey.questionnaire import Question
from freetext.survey.responses import Kind, Responses
from freetext.tallies.lines import lines_of
from freetext.tallies.options import option_frame
from freetext.tallies.statistics import Cube, Statistics

NOTHING = "\x00"
"""Stands in for the options of a question of which nobody has said anything yet."""


def reframed(whole: Statistics, frame: Codeframe) -> Statistics:
    """Lay statistics of a closed question out by a codeframe that has more options, found by name."""
    if whole.codeframe.digest == frame.digest:
        return whole
    old = {(line.net, line.theme.name): place for place, line in enumerate(lines_of(whole.codeframe))}
    new = [(line.net, line.theme.name) for line in lines_of(frame)]
    there = np.array([place for place, key in enumerate(new) if key in old], dtype=np.int64)
    at = np.array([old[key] for key in new if key in old], dtype=np.int64)

    def lines(values: IntArray) -> IntArray:
        found = np.zeros((values.shape[0], len(new), *values.shape[2:]), dtype=np.int64)
        found[:, there] = values[:, at]
        return found

    def moved(cube: Cube) -> Cube:
        return replace(cube, given=lines(cube.given), bands=lines(cube.bands), sources=lines(cube.sources))

    both = np.zeros((*whole.both.shape[:2], len(new), len(new)), dtype=np.int64)
    both[:, :, there[:, None], there] = whole.both[:, :, at[:, None], at]
    banners = {name: moved(cube) for name, cube in whole.banners.items()}
    return replace(whole, codeframe=frame, total=moved(whole.total), both=both, banners=banners)


def options_of(known: Statistics) -> tuple[str, ...]:
    """The options that were met so far, in their order."""
    return tuple(theme.name for theme in known.codeframe.themes if theme.name != NOTHING)


def closed_said(table: Table, question: Question, options: Sequence[str] = ()) -> Responses:
    """Read a closed question, each different cell once; `options` are those that were met before, in their order."""
    places = np.zeros(table.size, dtype=np.int64)
    asked = (*question.columns, *((question.written,) if question.written in table.names else ()))
    found = [factor_of(table, column, option=f"question {question.name!r}") for column in asked]
    for each in found:
        places = np.unique(places * len(each.texts) + each.places, return_inverse=True)[1]
    places = _by_first(places)
    first = np.unique(places, return_index=True)[1]
    cells = tuple([each.texts[place] for place in each.places[first].tolist()] for each in found)
    few = Table(table.file, asked, cells, len(first), first=table.first)
    try:
        said = closed_question(few, question, met=options)
    except NegativeAnswer:
        frame = option_frame(question.name, [NOTHING])
        nobody = np.zeros((len(first), 1), dtype=np.bool_)
        kind: Kind = "multi" if question.kind == "multi" else "closed"
        everybody = np.ones(len(first), dtype=np.bool_)
        said = Responses(
            question.name,
            kind,
            frame,
            nobody,
            np.full(nobody.shape, Source.CLOSED, dtype=np.uint8),
            everybody,
            ~everybody,
        )
    return replace(
        said,
        given=said.given[places],
        source=said.source[places],
        asked=said.asked[places],
        answered=said.answered[places],
        notes=(),
    )


def _by_first(places: IntArray) -> IntArray:
    """Number groups anew, in the order in which they first come."""
    first = np.unique(places, return_index=True)[1]
    rank = np.empty(len(first), dtype=np.int64)
    rank[np.argsort(first)] = np.arange(len(first))
    return np.asarray(rank[places], dtype=np.int64)
