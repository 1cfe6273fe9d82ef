"""A batch for one coder: the random audit and the queue, mixed so that nobody can tell which is which."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np

from freetext.review.audit import Decided, Population, audit_order, decided, digest_of, mixed, next_audit
from freetext.review.items import Stream, Suggested
from freetext.review.queue import Strategy, queue_order
from freetext.review.ranking import Ranking
from freetext.review.reach import Themes, planned_audit
from freetext.survey.answers import BoolArray, IntArray
from freetext.survey.labels import CHOSEN, Key, Label, settle, skipped, standing

SECOND = 0.15
"""The share of coded answers that a second coder codes for agreement."""

SECOND_ALL = 60
"""With fewer coded answers than this all are coded twice."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a review is to reach, and how.

    target     the half-width that every number of the table wants, 0..1
    size       answers in a batch
    audit      the part of a batch that is random audit, 0..1
    questions  only these; empty: all that have themes
    """

    target: float = 0.05
    size: int = 20
    audit: float = 0.5
    strategy: Strategy = "auto"
    questions: tuple[str, ...] = ()


USUAL = Plan()


@dataclass(frozen=True, slots=True)
class Dealt:
    """An answer to ask; `suggestion` and `model` only where the coder may see what the model says, `said` what coders differ on."""

    key: Key
    stream: Stream
    suggestion: tuple[Suggested, ...] | None = None
    model: str = ""
    said: tuple[tuple[str, ...], ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Deal:
    """A batch, in the order in which it is asked, and the answers to log a `pick` for: the queue wants them, and the audit has them."""

    asked: tuple[Dealt, ...] = ()
    picks: tuple[Key, ...] = ()


def deal(
    answers: Population,
    themes: Themes,
    rankings: Sequence[Ranking],
    events: Iterable[Label],
    *,
    coder: str,
    active: Collection[str] = (),
    held: Collection[Key] = (),
    batch: int = 0,
    plan: Plan = USUAL,
) -> Deal:
    """Deal the coder's next batch; the same arguments give the same batch, whatever the order of the events of different answers.

    Nobody is asked what somebody has coded, or what is `held`: others have it before them. Each open answer belongs to one of the
    `active` coders, so that no two are asked the same; whoever has none left takes over from the others. What the coder skipped
    comes first. Without rankings the queue is random. `batch` counts the coder's batches: it stirs the order within one.
    """
    logged = list(events)
    table = _laid_out(answers, themes, rankings, logged, held, plan)
    mine = _share(table, coder, active)
    hand = _hand(table, mine, table.open & mine & answers.among(skipped(logged, coder)))
    stirred = np.random.default_rng(digest_of(coder, str(batch))).permutation(np.sort(hand.new))
    asked = [_dealt(table, rankings, hand, place) for place in (*np.flatnonzero(hand.back).tolist(), *stirred.tolist())]
    picks = np.flatnonzero(hand.picks).tolist() if asked else []
    return Deal(tuple(asked), tuple(answers.keys[place] for place in picks))


@dataclass(frozen=True, slots=True, eq=False)
class _Table:
    """What all coders share.

    open     bool (n,): can be asked: not blank, of a question that is asked, coded by nobody and not held
    planned  bool (n,): the audit will want it before it is done
    chosen   bool (n,): somebody was asked for it before for a reason that is not random
    audit    places that are open, in the audit's order
    queue    places of all answers that the queue can take, coded ones too, in the queue's order
    """

    answers: Population
    state: Decided
    plan: Plan
    open: BoolArray
    planned: BoolArray
    chosen: BoolArray
    audit: IntArray
    queue: IntArray


def _laid_out(
    answers: Population,
    themes: Themes,
    rankings: Sequence[Ranking],
    events: Sequence[Label],
    held: Collection[Key],
    plan: Plan,
) -> _Table:
    asked = {name: slugs for name, slugs in themes.items() if not plan.questions or name in plan.questions}
    state, drawn, queued = decided(answers, events), answers.drawn(asked), answers.queued(asked)
    open_ = (drawn | queued) & ~state.coded & ~answers.among(held)
    planned = planned_audit(answers, state, asked, plan.target)
    queue = queue_order(answers, rankings, plan.strategy)
    return _Table(
        answers,
        state,
        plan,
        open_,
        planned,
        answers.among(label.key for label in events if label.event in ("label", "skip") and label.source in CHOSEN),
        next_audit(answers, planned, open_ & drawn),
        queue[queued[queue]],
    )


def _share(table: _Table, coder: str, active: Collection[str]) -> BoolArray:
    """Which answers are the coder's, bool (n,): their own share, and when it is used up, all."""
    own = owners(table.answers, (coder, *sorted(set(active) - {coder}))) == 0
    return own if (table.open & own).any() else np.ones_like(own)


def owners(answers: Population, coders: Sequence[str]) -> IntArray:
    """Return whose each answer is, int64 (n,): a place among the coders, by rendezvous hashing of respondent and coder.

    When a coder leaves, only their answers change hands. Source: Thaler and Ravishankar 1998.
    """
    bids = np.stack([mixed(answers.digests, digest_of("coder", coder)) for coder in coders])
    return np.asarray(bids.argmax(axis=0), dtype=np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class _Hand:
    """A batch in places.

    back   bool (n,): skipped before; `new` int64: the others
    blind  bool (n,): asked as audit
    picks  bool (n,): the queue wants it too
    """

    back: BoolArray
    new: IntArray
    blind: BoolArray
    picks: BoolArray


def _hand(table: _Table, mine: BoolArray, back: BoolArray) -> _Hand:
    """Take the batch: first what was skipped, then from the audit, then down the queue, past what is coded or in the audit.

    Whether the queue wants an answer must not depend on whether the audit has it: one that the audit took, or will take, counts as
    wanted where the walk passes it.
    """
    plan, fresh = table.plan, table.open & mine & ~back
    # Never more than half of what was skipped while there is anything else, or hard answers would bar the way for ever.
    back = _first(back, (plan.size + 1) // 2 if fresh.any() else plan.size)
    room = plan.size - np.count_nonzero(back)
    random = round(plan.size * plan.audit) - np.count_nonzero(back & ~table.chosen)
    audit = table.audit[fresh[table.audit]][: min(max(random, 0), room)]
    taken = np.zeros_like(fresh)
    taken[audit] = True
    walk = table.queue[mine[table.queue]]
    asking = np.cumsum(fresh[walk] & ~taken[walk])
    room -= len(audit)
    walk = walk[: int(np.searchsorted(asking, room)) + 1] if room else walk[:0]
    queue = walk[fresh[walk] & ~taken[walk]]
    wanted = np.zeros_like(fresh)
    wanted[walk] = True
    blind = taken | (back & ~table.chosen)
    blind[queue] = table.planned[queue]
    picks = (wanted & (~table.open | blind)) | (blind & table.chosen)
    return _Hand(back, np.concatenate((audit, queue)), blind, picks & ~table.state.picked)


def _first(flags: BoolArray, most: int) -> BoolArray:
    return np.asarray(flags & (np.cumsum(flags) <= most), dtype=np.bool_)


def _dealt(table: _Table, rankings: Sequence[Ranking], hand: _Hand, place: int) -> Dealt:
    key = table.answers.keys[place]
    if hand.blind[place]:
        return Dealt(key, "audit")
    for ranking in rankings:
        if key in ranking.suggestions:
            return Dealt(key, "queue", ranking.suggestions[key], ranking.model)
    return Dealt(key, "queue")


def second(
    answers: Population,
    events: Iterable[Label],
    *,
    coder: str,
    active: Collection[str] = (),
    share: float = SECOND,
    size: int = USUAL.size,
    questions: Collection[str] = (),
) -> Deal:
    """Deal what one other person has coded, for agreement: blind, in the order of u, until this share of the coded is coded twice.

    With fewer than 60 coded answers all are coded twice. `active` coders share the work. What the coder skipped comes last.
    """
    logged = list(events)
    coders, passed = _coders(answers, logged), answers.among(skipped(logged, coder))
    asked = answers.asked(questions or answers.questions)
    order = [place for place in audit_order(answers.draws).tolist() if place in coders and asked[place]]
    goal = len(order) if len(order) < SECOND_ALL else ceil(share * len(order))
    found = [place for place in order[:goal] if _seconds(answers, place, coders[place], {coder, *active}) == coder]
    found.sort(key=lambda place: bool(passed[place]))
    return Deal(tuple(Dealt(answers.keys[place], "second") for place in found[:size]))


def _coders(answers: Population, events: Iterable[Label]) -> dict[int, set[str]]:
    """From place to the people who have coded the answer, adjudication aside."""
    found: dict[int, set[str]] = {}
    for label in standing(events):
        if label.source not in ("adjudicated", "rule") and label.key in answers.place:
            found.setdefault(answers.place[label.key], set()).add(label.coder)
    return found


def _seconds(answers: Population, place: int, said: set[str], coders: set[str]) -> str:
    """Who of the coders is to code an answer a second time; nobody where two have."""
    others = sorted(coders - said)
    if len(said) > 1 or not others:
        return ""
    bids = [int(mixed(answers.digests[place : place + 1], digest_of("coder", each))[0]) for each in others]
    return others[bids.index(max(bids))]


def disputed(answers: Population, events: Iterable[Label]) -> tuple[Key, ...]:
    """Return the answers on which coders differ and nobody has adjudicated, in the order of the file."""
    keys = (key for key, each in settle(events).items() if each.disputed)
    return tuple(answers.keys[place] for place in np.flatnonzero(answers.among(keys)).tolist())
