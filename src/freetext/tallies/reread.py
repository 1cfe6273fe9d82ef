"""One theme of an old wave of which a part was coded again: its share under the new coding, and how far the coding alone moved it.

Old answers are split by their old code. Within each kind the answers that were read again, a random part, tell how many have the theme
now; each kind counts by its part of the wave, which the old coding knows better than the few that were read again. So what an answer
was before is taken from the same answer, and two readers who agree leave next to nothing uncertain.

Sources: difference estimators and post-stratification (Cochran 1977, chapters 5A and 12; Saerndal, Swensson and Wretman 1992, chapters
6 and 9, two phases: the audit of the old wave, and the bridge within it); the score interval of a sum of shares (see `score_interval`);
Zou and Donner (2008) for what the old share itself leaves uncertain.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot, inf

import numpy as np

from freetext.survey.answers import BoolArray, FloatArray
from freetext.tallies.intervals import LEVEL, quantile, wilson
from freetext.tallies.mover import Between, Pair
from freetext.tallies.prevalence import Ground, Part
from freetext.tallies.score_interval import Piece, distances

BEFORE = (0.0, 0.5, 1.0)
"""Old codes: without the theme, in dispute, with it."""


@dataclass(frozen=True, slots=True, eq=False)
class Twice:
    """One theme in one column of an old wave, by respondent (n,).

    weight  of the respondent
    before  the old code, 1 or 0, a half in dispute; nan where it is not known for certain
    known   the probability with which it came to be known: that of the audit, 1 where it was not left to chance
    after   the new code; nan where nobody read the answer again
    drawn   the probability with which those whose old code is known were drawn to be read again
    """

    weight: FloatArray
    before: FloatArray
    known: FloatArray
    after: FloatArray
    drawn: FloatArray

    def take(self, places: BoolArray) -> Twice:
        """Those at these places, bool (n,)."""
        return Twice(*(getattr(self, name)[places] for name in self.__slots__))


@dataclass(frozen=True, slots=True)
class Kind:
    """The answers of one old code.

    before  the old code
    part    their part of the base's weight
    n       how many they are; an estimate where the old code is one
    read    how many were read again; `effective` is what their weights leave of them
    after   the share of those with the new code; `before` where none was read
    a, held  the part of the base's weight that was read, and of that with the new code
    """

    before: float
    part: float
    n: float
    read: int
    effective: float
    after: float
    a: float
    held: float


@dataclass(frozen=True, slots=True)
class Reread:
    """What an old wave's share rests on under both codings, whatever the level of the intervals.

    old       the ground of its share under the old coding
    kinds     the answers by old code
    read      how many answers were read twice
    gained, lost  the shares of the wave that have the theme only under the new coding, and only under the old one
    beyond    how many there are in the population for each of the base; infinite without one
    """

    old: Ground
    kinds: tuple[Kind, ...]
    beyond: float = inf

    @property
    def read(self) -> int:
        """How many answers were read twice."""
        return sum(kind.read for kind in self.kinds)

    @property
    def share(self) -> float:
        """The share under the new coding."""
        return self.old.share + self.moved

    @property
    def moved(self) -> float:
        """How far the coding moved the share: exactly 0 where nobody found another code."""
        return sum(kind.part * (kind.after - kind.before) for kind in self.kinds)

    @property
    def gained(self) -> float:
        """The share that has the theme only under the new coding."""
        return sum(kind.part * max(kind.after - kind.before, 0.0) for kind in self.kinds)

    @property
    def lost(self) -> float:
        """The share that had the theme only under the old coding."""
        return self.gained - self.moved

    @property
    def kept(self) -> float:
        """How much of a point of the old share is one of the new share: 1 where the codings agree."""
        found = {kind.before: kind.after for kind in self.kinds}
        return found.get(1.0, 1.0) - found.get(0.0, 0.0)

    def again(self, level: float = LEVEL) -> Between:
        """The share under the new coding among all whom the respondents stand for, with its interval."""
        return self.both(level)[0]

    def coding(self, level: float = LEVEL) -> Between:
        """How far the coding moved the share among all whom the respondents stand for, with its interval."""
        return self.both(level)[1]

    def both(self, level: float = LEVEL) -> tuple[Between, Between]:
        """The share under the new coding, and how far the coding moved it: both rest on the same."""
        old, reach = self.old.interval(level), self._reach(level)
        below, above = self._around(old, self.kept, reach)
        again = Between(self.share, max(0.0, self.share - below), min(1.0, self.share + above))
        below, above = self._drifted(old, reach, level)
        return again, Between(self.moved, self.moved - below, self.moved + above)

    def here(self, level: float = LEVEL) -> Pair:
        """The interval of how far the coding moved the share of these very answers; of no width where all were read again."""
        inner = self._inner()
        low, high = inner.coding(level)
        reach = (inner.share - low, high - inner.share)
        old = Between(self.old.share, *self.old.coding(level))
        below, above = self._drifted(old, reach, level)
        return (self.moved - below, self.moved + above)

    def _drifted(self, old: Between, reach: Pair, level: float) -> Pair:
        """How far the coding part reaches: `_around`, and what the old share and the kinds leave uncertain together.

        A theme that hardly anybody had may be lost by all of them, where nobody was there to tell: without that, of 41 answers with a theme
        of 3 % that today's coders give less often, .71 of the intervals hold the truth. Source: the variance of a product (Goodman 1960).
        """
        below, above = self._around(old, self.kept - 1, reach)
        less, more = old.share - old.low, old.high - old.share
        down, up = self._slopes(level)
        return (hypot(below, max(more * down, less * up)), hypot(above, max(more * up, less * down)))

    def _slopes(self, level: float) -> Pair:
        """How much less and more `kept` may be: MOVER-D of those who had the theme and those who had not; anything where nobody of them was read."""
        shares = {0.0: (0.0, 0.0, 1.0), 1.0: (1.0, 0.0, 1.0)}
        for kind in self._seen():
            shares[kind.before] = (kind.after, *wilson(kind.after, self._size(kind), level))
        (without, low, high), (had, least, most) = shares[0.0], shares[1.0]
        return (hypot(had - least, high - without), hypot(most - had, without - low))

    def _around(self, old: Between, slope: float, reach: Pair) -> Pair:
        """Put together what reading a part again leaves uncertain, and `slope` times what the old share does."""
        below, above = old.share - old.low, old.high - old.share
        if slope < 0:
            below, above = above, below
        return (hypot(reach[0], abs(slope) * below), hypot(reach[1], abs(slope) * above))

    def _reach(self, level: float) -> Pair:
        """How far the sum over the kinds reaches, as a random part of the population; of a kind that nobody read anything may be true."""
        pieces = [
            Piece(kind.after, self._size(kind) / (1 - kind.read / (kind.n * self.beyond)), kind.part)
            for kind in self._seen()
            if kind.read < kind.n * self.beyond
        ]
        below, above = distances(pieces, quantile(level))
        blind = self._blind()
        return (below + blind[0], above + blind[1])

    def _seen(self) -> list[Kind]:
        return [kind for kind in self.kinds if kind.read and kind.part > 0]

    def _size(self, kind: Kind) -> float:
        """How many answers a kind's share rests on: where several kinds were read, one less each, as in the variance of a stratified sample.

        Without it a bridge of 60 holds a truth near 40 % in .944 of cases, with it in .950. Sources: Cochran (1977), section 5.6;
        Miettinen and Nurminen (1985) take N / (N - 1).
        """
        return kind.effective * (max(1 - 1 / kind.read, 0.5) if len(self._seen()) > 1 else 1.0)

    def _blind(self) -> Pair:
        """How much less and more the kinds that nobody read could count."""
        unread = [kind for kind in self.kinds if not kind.read]
        return (sum(kind.part * kind.after for kind in unread), sum(kind.part * (1 - kind.after) for kind in unread))

    def _inner(self) -> Ground:
        """The ground of the new coding's share among these very answers, the kinds' parts taken for certain."""
        held, seen = (sum(each) for each in zip(*((kind.held, kind.a) for kind in self.kinds), strict=True))
        share = min(max(self.share, held), 1 - seen + held)
        parts = tuple(_part(kind, self._size(kind)) for kind in self._seen() if kind.read < kind.n)
        return Ground(share, held, 1 - seen + held, parts, self._blind(), inf, self.read)


def _part(kind: Kind, size: float) -> Part:
    unread = kind.n - kind.read
    step = max(0.0, kind.part - kind.a) / unread
    return Part(
        piece=Piece(kind.after, size * kind.n / unread, kind.part),
        unread=unread / kind.n,
        step=step,
        below=max(0.0, kind.part * (kind.after - 1) + kind.a - kind.held + step),
        above=max(0.0, kind.held + step - kind.part * kind.after),
    )


def reread(old: Ground, answers: Twice, population: int | None = None) -> Reread:
    """Say what reading a part again tells, `old` being the ground of the old coding's share in the same base.

        theta_12 = sum over old codes y of lambda_y r_y,   lambda_1 = theta_11 (less half of what is in dispute),  lambda_0 = the rest
        r_y = sum of v Y_2 / sum of v over those read again of kind y,   v = w / (probability known * probability drawn)
        coding part = sum of lambda_y (r_y - y),   the kinds' parts of the disputed by their weights among the known

    Its interval joins the score interval of the sum of lambda_y r_y, as of (sum of v)^2 / sum of v^2 answers of each kind (see `_size`), with
    (r_1 - r_0 - 1) times the distances of theta_11, for the share of a kind moves what is gained and lost, and with what both leave
    uncertain together (see `_drifted`). But for that it is, of everybody read again, that of the mean of Y_2 - Y_1, for E Var(d | y) + Var E(d | y) is Var(d).
    """
    found = tuple(_kinds(old.share, answers))
    n = len(answers.weight)
    return Reread(old, found, inf if population is None or not n else population / n)


def _kinds(share: float, answers: Twice) -> Iterator[Kind]:
    known = ~np.isnan(answers.before)
    there = answers.take(known)
    design = there.weight / there.known
    whole, heads = float(design.sum()), float((1 / there.known).sum())
    base, n = float(answers.weight.sum()), len(answers.weight)
    disputed = float(design[there.before == 0.5].sum()) / whole if whole else 0.0
    disputed = min(disputed, 2 * share, 2 * (1 - share))
    parts = {0.0: 1 - share - disputed / 2, 0.5: disputed, 1.0: share - disputed / 2}
    for before in BEFORE:
        inside = there.before == before
        count = float((1 / there.known[inside]).sum()) * (n / heads) if heads else 0.0
        yield _kind(before, max(parts[before], 0.0), count, there.take(inside), base)


def _kind(before: float, part: float, n: float, inside: Twice, base: float) -> Kind:
    seen = inside.take(~np.isnan(inside.after))
    v = seen.weight / (seen.known * seen.drawn)
    whole, read = float(v.sum()), int(np.count_nonzero(v > 0))
    if not read:
        return Kind(before, part, n, 0, 0.0, before, 0.0, 0.0)
    after = float((v * (seen.after - before)).sum()) / whole + before
    held = float((seen.weight * seen.after).sum()) / base
    effective = whole**2 / float((v**2).sum())
    return Kind(
        before,
        part,
        max(n, float(read)),
        read,
        effective,
        min(max(after, 0.0), 1.0),
        float(seen.weight.sum()) / base,
        held,
    )
