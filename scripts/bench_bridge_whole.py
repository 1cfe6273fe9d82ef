"""Whole made-up waves through the same calls as a table: respondents with one to three answers each, weights, an audit, a bridge.

What a respondent says hangs together: everybody has a leaning of their own to each theme. The machine errs in 8 % of its codes; 45 % of
the respondents were audited; the bridge is drawn, and its reach told, as a review does it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from freetext.review.audit import draw, population
from freetext.review.bridge_draw import bridge_salt, drawn, reached
from freetext.survey.answers import Answers, BoolArray, FloatArray, IntArray
from freetext.survey.codeframe import codeframe_of
from freetext.survey.codings import Source
from freetext.survey.responses import Audit, Responses
from freetext.tallies.bridge import bridged
from freetext.tallies.bridge_parts import Bridge
from freetext.tallies.bridge_wave import Rereading, rereading_by_person
from freetext.tallies.carried import Origin
from freetext.tallies.people import by_person
from freetext.tallies.sums import sums_of

FRAME = codeframe_of(["a", "b", "c"])
SHARES = np.array([0.08, 0.2, 0.35])
"""Of an answer; a respondent with several has a theme more often."""

PEOPLE, WIDE, AUDITED, SLIPS, WRONG, SPREAD = 700, 300_000, 0.45, 0.1, 0.08, 0.4
DRIFT, RISE = 1.4, 0.075
"""What the new codeframe makes of a share; how many answers without a theme have it in the new wave."""

KINDS = {
    "coding": "coding part",
    "world": "world's part",
    "total": "total",
    "new": "world's part of themes that OLD did not have",
    "not audited": "world's part, a machine's codes that nobody audited, bridge among all answers",
}


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """What `people` respondents said: whose each of the answers is, and what it means, bool (answers, themes)."""

    people: int
    person: IntArray
    meant: BoolArray

    def shares(self, codes: BoolArray) -> FloatArray:
        """The shares of respondents who have each theme in any answer."""
        found = np.zeros((self.people, len(SHARES)), dtype=np.bool_)
        np.logical_or.at(found, self.person, codes)
        return np.asarray(found.mean(axis=0))


def said(rng: np.random.Generator, people: int, rise: float = 0.0) -> Said:
    """Let respondents answer."""
    rows = rng.integers(1, 4, people)
    person = np.repeat(np.arange(people), rows)
    leaning = rng.beta(2 * SHARES, 2 * (1 - SHARES), (people, len(SHARES)))
    meant = rng.random((len(person), len(SHARES))) < leaning[person]
    return Said(people, person, meant | (rng.random(meant.shape) < rise))


def slipped(rng: np.random.Generator, meant: BoolArray) -> BoolArray:
    """What a coder makes of it."""
    dice = rng.random(meant.shape)
    return np.asarray(np.where(meant, dice >= SLIPS, dice < SLIPS * SHARES / (1 - SHARES)), dtype=np.bool_)


def redefined(rng: np.random.Generator, meant: BoolArray) -> BoolArray:
    """What the new codeframe makes of it."""
    return np.asarray(meant | (rng.random(meant.shape) < (DRIFT - 1) * SHARES / (1 - SHARES)), dtype=np.bool_)


def truths(rng: np.random.Generator) -> dict[str, FloatArray]:
    """Count what is true among very many."""
    old, new = said(rng, WIDE), said(rng, WIDE, RISE)
    then, again = (old.shares(slipped(rng, each)) for each in (old.meant, redefined(rng, old.meant)))
    now = new.shares(slipped(rng, redefined(rng, new.meant)))
    world = now - again
    return {"coding": again - then, "world": world, "total": now - then, "new": world, "not audited": world}


@dataclass(frozen=True, slots=True, eq=False)
class Old:
    """An old wave, by answer: the codes of people, of a machine, today's codes, and who was audited."""

    wave: Said
    people: BoolArray
    machine: BoolArray
    again: BoolArray
    read: BoolArray

    def responses(self, *, audited: bool) -> Responses:
        """One row a respondent, as a tally reads them."""
        n = len(self.read)
        codes = np.where(self.read[:, None], self.people, self.machine) if audited else self.machine
        audit = None
        if audited:
            truth = np.where(self.read[:, None], self.people.astype(np.float64), np.nan)
            audit = Audit(
                np.zeros(n, dtype=np.bool_), self.read, np.full(n, AUDITED), truth, np.where(self.machine, 0.8, 0.05)
            )
        return by_person(coded(codes, Source.MODEL, audit), self.wave.person, self.wave.people)

    def rereading(self, answers: Answers, salt: str, frame: BoolArray, size: int) -> Rereading:
        """Draw a bridge in the frame and read it again, one row a respondent."""
        every = population(answers, bridge_salt(salt))
        done = every.among(every.keys[place] for place in drawn(every, frame, size).tolist())
        reach = reached(every, frame, done)
        rows = Rereading(np.where(reach.read[:, None], self.again.astype(np.float64), np.nan), reach.pi)
        return rereading_by_person(rows, self.wave.person, self.wave.people)


def coded(codes: BoolArray, source: Source, audit: Audit | None = None) -> Responses:
    """Answers with these codes."""
    everybody = np.ones(len(codes), dtype=np.bool_)
    sources = np.full(codes.shape, source, dtype=np.uint8)
    return Responses("why", "open", FRAME, codes, sources, everybody, everybody, audit=audit)


def bridges(rng: np.random.Generator, salt: str, size: int) -> dict[str, Bridge]:
    """Make two waves and split the change between them: audited, as if all themes were new, and with nobody's audit."""
    wave, later = said(rng, PEOPLE), said(rng, PEOPLE, RISE)
    names = tuple(f"{salt}-{each}" for each in wave.person.tolist())
    ids = tuple(map(str, range(len(names))))
    answers = Answers(ids, ("x",) * len(names), ("why",) * len(names), names)
    people = slipped(rng, wave.meant)
    read = draw(salt, names) < AUDITED
    old = Old(wave, people, people ^ (rng.random(people.shape) < WRONG), slipped(rng, redefined(rng, wave.meant)), read)
    now = slipped(rng, redefined(rng, later.meant))
    new = sums_of(by_person(coded(now, Source.HUMAN), later.person, later.people))
    weights = np.exp(SPREAD * rng.standard_normal(PEOPLE))
    pairs, whole = (old.rereading(answers, salt, each, size) for each in (read, np.ones_like(read)))
    fresh = {slug: Origin(slug, "new") for slug in FRAME.slugs}
    return {
        "bridge": bridged(old.responses(audited=True), pairs, new, weights=weights),
        "new": bridged(old.responses(audited=True), pairs, new, weights=weights, origins=fresh),
        "not audited": bridged(old.responses(audited=False), whole, new, weights=weights),
    }


def held(found: dict[str, Bridge], truth: dict[str, FloatArray]) -> dict[str, list[bool]]:
    """Say of each part and theme whether its interval holds the truth."""
    hits: dict[str, list[bool]] = {kind: [] for kind in KINDS}
    for kind, bridge in found.items():
        for place, row in enumerate(bridge.rows):
            cell = row.cells[0]
            parts = {"coding": cell.coding, "world": cell.world, "total": cell.total}
            for name, part in parts.items() if kind == "bridge" else [(kind, cell.world)]:
                hits[name].append(part is not None and part.low <= truth[name][place] <= part.high)
    return hits


def whole(runs: int, size: int = 150) -> Iterator[str]:
    """Lay out the coverage of each part, by theme."""
    rng = np.random.default_rng(0)
    truth = truths(rng)
    hits: dict[str, list[list[bool]]] = {kind: [] for kind in KINDS}
    for run in range(runs):
        for kind, each in held(bridges(rng, str(run), size), truth).items():
            hits[kind].append(each)
    yield f"\nThrough the same calls as a table: {PEOPLE} respondents a wave with one to three answers each, weights, an audit, {size} answers read again; {runs:,} runs. Coverage:\n"
    yield f"| | {' | '.join(f'{share:.0%} of answers' for share in SHARES.tolist())} |"
    yield "| --- " * (len(SHARES) + 1) + "|"
    for kind, rates in hits.items():
        yield f"| {KINDS[kind]} | {' | '.join(f'{rate:.3f}' for rate in np.mean(rates, axis=0).tolist())} |"
