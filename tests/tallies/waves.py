"""Waves of one open question that tests of changes and bridges share."""

from __future__ import annotations

import numpy as np

from freetext.survey.answers import BoolArray, FloatArray
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.codings import Source
from freetext.survey.fates import Change
from freetext.survey.responses import Audit, Banner, Responses

TIME = "2026-11-22T10:00:00Z"


def frame_of(*slugs: str, changes: tuple[Change, ...] = (), nets: tuple[str, ...] = (), **net: str) -> Codeframe:
    """A codeframe of these themes; `net` says in which net a theme is."""
    themes = tuple(Theme(slug, place, slug.title(), net=net.get(slug, "")) for place, slug in enumerate(slugs, start=1))
    named = tuple(Theme(slug, 100 + place, slug.title()) for place, slug in enumerate(nets))
    return Codeframe("why", themes, named, changes=changes)


def wave(frame: Codeframe, given: BoolArray, source: Source = Source.HUMAN, audit: Audit | None = None) -> Responses:
    """What respondents said, (n, k); everybody answered."""
    everybody = np.ones(len(given), dtype=np.bool_)
    sources = np.full(given.shape, source, dtype=np.uint8)
    return Responses("why", "open", frame, given, sources, everybody, everybody.copy(), audit=audit)


def made(n: int, shares: tuple[float, ...], seed: int) -> BoolArray:
    """Codes of n respondents with about these shares."""
    return np.random.default_rng(seed).random((n, len(shares))) < np.array(shares)


def audited(truth: BoolArray, read: BoolArray, pi: FloatArray | float, known: BoolArray | None = None) -> Audit:
    """What people found in a random audit, and of those that they coded for another reason."""
    sure = np.zeros(len(truth), dtype=np.bool_) if known is None else known
    said = np.where((sure | read)[:, None], truth.astype(np.float64), np.nan)
    return Audit(sure, read & ~sure, np.broadcast_to(np.asarray(pi, dtype=np.float64), (len(truth),)).copy(), said)


def halves(n: int) -> Banner:
    """A banner of two columns, every other respondent in each."""
    odd = np.arange(n) % 2 == 1
    return Banner("site", ("north", "south"), np.column_stack([~odd, odd]))
