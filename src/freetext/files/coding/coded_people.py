"""What people said of one answer in a coded file: taken from it, carried over, overruled by what they say later; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import chain

import numpy as np

from freetext.errors import AmbiguousTheme, InputError, UnknownTheme
from freetext.files.coding.coded_cells import HUMAN, Cells, cells_of
from freetext.survey.answers import Answers
from freetext.survey.codeframe import Codeframe
from freetext.survey.codings import Codings
from freetext.survey.labels import Key, Settled
from freetext.survey.settling import overrule, place_of
from freetext.tallies.opens import deciders


def overruled(cells: Cells, key: Key, frame: Codeframe, settled: Settled) -> Cells:
    """Return the cells with people's decision in place of what stood; the scores stay. Raises UnknownTheme."""
    known = {code: place for code in cells.codes if (place := _place(code, frame)) is not None}
    sources = [f"{code}={who}" if code else who for code, who in cells.sources if not code or code in known]
    chosen = np.zeros((1, len(frame)), dtype=np.bool_)
    chosen[0, list(known.values())] = True
    source = deciders(frame, ";".join(sources))[None, :]
    coding = Codings(frame, chosen, source, np.array([cells.blank]), None, (cells.why,), (cells.evidence,))
    answer = Answers((key[0],), ("",), (key[1],), (key[0],))
    return replace(cells_of(overrule(coding, answer, {key: settled}), 0), scores=cells.scores)


def carried(cells: Cells, frame: Codeframe) -> Cells:
    """Return people's codes under a codeframe that has changed since, by its log of changes.

    A theme that was split since decides nothing about its parts: a person is asked. One that the log does not know stays.
    """
    sources, asks = [], []
    for code, who in cells.sources:
        fate = frame.fates.get(code)
        if fate is None or fate.sure:
            sources += [(new, who) for new in _by_now(frame, code)]
        else:
            asks.append(f"{code} was split since: {' or '.join(fate.slugs)}?")
    named = list(dict.fromkeys(code for code, _ in sources if code))
    source = ";".join(dict.fromkeys(f"{code}={who}" if code else who for code, who in sources))
    why = "; ".join((*asks, *([cells.why] if cells.why else ())))
    return replace(cells, themes=";".join(named), source=source or HUMAN, why=why, review=bool(why))


def _place(code: str, frame: Codeframe) -> int | None:
    try:
        return place_of(code, frame)
    except InputError:
        return None


def all_known(cells: Cells, frame: Codeframe) -> bool:
    """Whether the codeframe has every theme of the cells."""
    return all(code in frame.position or _place(code, frame) is not None for code in cells.codes)


def by_hand(cells: Cells, frame: Codeframe, where: tuple[str, int, str]) -> Cells:
    """Take what somebody wrote into the file for a person's codes, as the codeframe writes them and in its order."""
    file, row, column = where
    if cells.blank:
        raise InputError("the answer is blank, and yet it has a theme.", file=file, row=row, column=column)
    places = set()
    for code in chain.from_iterable(map(partial(_by_now, frame), cells.codes)):
        try:
            places.add(place_of(code, frame))
        except AmbiguousTheme as error:
            raise AmbiguousTheme(code, error.slugs, file=file, row=row, column=column) from error
        except UnknownTheme as error:
            raise UnknownTheme(code, frame.slugs, file=file, row=row, column=column) from error
    codes = [frame.codes[place] for place in sorted(places)]
    return Cells(";".join(codes), source=people_cell(codes), scores=cells.scores)


def _by_now(frame: Codeframe, code: str) -> tuple[str, ...]:
    """What a code is called by now."""
    fate = frame.fates.get(code)
    return fate.slugs if fate and fate.sure else (code,)


def people_cell(codes: Sequence[str]) -> str:
    """Write that people gave these codes, or decided that none applies."""
    return ";".join(f"{code}={HUMAN}" for code in codes) or HUMAN
