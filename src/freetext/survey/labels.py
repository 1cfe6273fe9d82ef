"""Labels: what people decided, one event a decision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, get_args

LabelSource = Literal["audit", "queue", "lookup", "import", "adjudicated", "rule"]
LABEL_SOURCES: tuple[str, ...] = get_args(LabelSource)

LabelEvent = Literal["label", "undo", "skip", "pick"]
LABEL_EVENTS: tuple[str, ...] = get_args(LabelEvent)

Flag = Literal["personal-data", "safeguarding"]
FLAGS: tuple[str, ...] = get_args(Flag)

Key = tuple[str, str]
"""An answer: (id, question)."""


@dataclass(frozen=True, slots=True)
class Label:
    """One event in a coder's log, most often a decision about one answer; never changed, only followed by a later one.

    `themes` are slugs, empty for "no theme". `text_hash` is keyed, so that a log does not give texts away. `time` is ISO 8601 UTC,
    `seconds` how long the decision took, `suggested` whether the model's codes were in sight, `flags` what the coder raised. `wave`
    names the wave of the survey that was before the coder; logs of old do not say it.

    event   label  the coder decides that these themes apply, and no others
            undo   the coder takes their latest standing decision (or skip) on the answer back; what was before it stands again
            skip   the coder passes; the answer comes back
            pick   the queue wants an answer that the audit has, or is about to have: it is asked blind and once, and counts as
                   known, for it stands for no others
    """

    id: str
    question: str
    themes: tuple[str, ...]
    coder: str
    time: str = ""
    source: LabelSource = "import"
    text_hash: str = ""
    seconds: float | None = None
    model: str = ""
    suggested: bool = False
    codeframe: str = ""
    note: str = ""
    event: LabelEvent = "label"
    flags: tuple[str, ...] = ()
    wave: str = ""

    @property
    def key(self) -> Key:
        """The answer that was decided on."""
        return (self.id, self.question)


@dataclass(frozen=True, slots=True)
class Settled:
    """What people together say of one answer: themes agreed on, and themes in dispute (some coders gave them, some not).

    `by_rule` says that a rule decided, since nobody did.
    """

    themes: tuple[str, ...]
    disputed: tuple[str, ...] = ()
    coders: tuple[str, ...] = ()
    by_rule: bool = False


TIERS: tuple[tuple[str, ...], ...] = (("adjudicated",), ("audit", "queue", "lookup", "import"), ("rule",))
"""Sources that weigh the same, the weightiest first."""

ADJUDICATED, RULE = 0, len(TIERS) - 1

TIER = {source: place for place, sources in enumerate(TIERS) for source in sources}
"""From source to its place in TIERS."""

NEVER = datetime.min.replace(tzinfo=UTC)
"""The moment of a time that cannot be read."""

Mark = tuple[int, str]
"""Who speaks with which weight: (place in TIERS, coder)."""

CHOSEN: tuple[LabelSource, ...] = ("queue", "lookup", "import")
"""Sources of answers that people coded for a reason that is not random."""

UNSEEN: tuple[LabelSource, ...] = ("import", "rule")
"""Sources of decisions that may have been made without the flags in sight."""


def standing(labels: Iterable[Label]) -> list[Label]:
    """Return the decisions that stand, in the order of the log: those taken back are gone, skips and picks are none.

    An undo takes back the latest standing decision or skip of its coder on its answer, whatever its source; one that finds none
    does nothing.
    """
    return [label for label in _left(labels) if label.event == "label"]


def skipped(labels: Iterable[Label], coder: str) -> list[Key]:
    """Return the answers that a coder has passed over and not decided since, in the order of the log."""
    last: dict[Key, Label] = {}
    for label in _left(labels):
        if label.coder == coder:
            last.pop(label.key, None)
            last[label.key] = label
    return [key for key, label in last.items() if label.event == "skip"]


def raised(labels: Iterable[Label], flag: Flag) -> list[Label]:
    """Return the latest standing event of each coder, answer and text that bears a flag, in the order of the log.

    What was taken back, and a flag that the coder took down in a later decision on the same text, is gone. Passing over an answer takes
    nothing down, nor do decisions that are no look at it: those of a table that was imported, and those of a rule.
    """
    latest: dict[tuple[Key, str], dict[int, Label]] = {}
    for place, label in enumerate(_left(labels)):
        if flag not in label.flags and (label.event == "skip" or label.source in UNSEEN):
            continue
        before = latest.get((label.key, label.coder), {})
        other = {at: each for at, each in before.items() if not _same_answer(each, label)}
        latest[label.key, label.coder] = {**other, place: label} if flag in label.flags else other
    stand = {at: label for of_answer in latest.values() for at, label in of_answer.items()}
    return [stand[at] for at in sorted(stand)]


def _left(labels: Iterable[Label]) -> list[Label]:
    """Return decisions and skips without those taken back."""
    events = list(labels)
    gone = taken_back(events)
    return [each for place, each in enumerate(events) if each.event in {"label", "skip"} and place not in gone]


def taken_back(events: Sequence[Label]) -> frozenset[int]:
    """Return the places of the decisions and skips that their coders took back."""
    if not any(label.event == "undo" for label in events):
        return frozenset()
    gone: set[int] = set()
    stacks: dict[tuple[Key, str], list[int]] = {}
    for place, label in enumerate(events):
        stack = stacks.setdefault((label.key, label.coder), [])
        if label.event in {"label", "skip"}:
            stack.append(place)
        elif label.event == "undo":
            taken = next((each for each in reversed(stack) if _same_answer(events[each], label)), None)
            if taken is not None:
                stack.remove(taken)
                gone.add(taken)
    return frozenset(gone)


def _same_answer(one: Label, two: Label) -> bool:
    """Whether both speak of one text and one wave, as far as they say: waves of a survey may share ids, and texts too."""
    return _alike(one.text_hash, two.text_hash) and _alike(one.wave, two.wave)


def _alike(one: str, two: str) -> bool:
    return one == two or not (one and two)


def certain(labels: Iterable[Label]) -> frozenset[Key]:
    """Return the answers that people coded for a reason that is not random: they are known, and stand for no others.

    An answer that the queue picked, or that was decided on for such a reason, stays so, also where that is taken back later.
    """
    return frozenset(
        label.key for label in labels if label.event == "pick" or (label.event == "label" and label.source in CHOSEN)
    )


def decisive(labels: Iterable[Label]) -> dict[Key, dict[Mark, Label]]:
    """Return the decisions that count, answer by answer: the latest that stands of each coder and weight.

    Those of one answer are in the order of the log.
    """
    latest: dict[Key, dict[Mark, Label]] = {}
    for label in standing(labels):
        decisions = latest.setdefault(label.key, {})
        mark = (TIER[label.source], label.coder)
        decisions.pop(mark, None)  # so that the decisions stand in the order of their last event
        decisions[mark] = label
    return latest


def settle(labels: Iterable[Label]) -> Mapping[Key, Settled]:
    """Settle many coders' decisions into one an answer.

    A coder's later decision replaces the earlier one (the later in the order given). An adjudicated decision overrules all
    others, also a later one of the same coder that is not adjudicated; of several the latest in time counts, one without a
    readable time before all others. A rule gives way to people. Where coders differ and nobody has adjudicated, the theme is
    disputed. What was taken back does not count.
    """
    return {key: _settled(decisions) for key, decisions in decisive(labels).items()}


def counted_of(decisions: Mapping[Mark, Label]) -> tuple[list[Label], int]:
    """Return the decisions on one answer that count, of those that are decisive, and their weight (a place in TIERS)."""
    tier = min(place for place, _ in decisions)
    counted = [label for (place, _), label in decisions.items() if place == tier]
    if tier == ADJUDICATED:
        counted = [max(reversed(counted), key=lambda label: moment(label.time))]
    return counted, tier


def _settled(decisions: Mapping[Mark, Label]) -> Settled:
    counted, tier = counted_of(decisions)
    named = dict.fromkeys(slug for label in counted for slug in label.themes)
    agreed = tuple(slug for slug in named if all(slug in label.themes for label in counted))
    disputed = tuple(slug for slug in named if slug not in agreed)
    return Settled(agreed, disputed, tuple(label.coder for label in counted), by_rule=tier == RULE)


def moment(time: str) -> datetime:
    """Read an ISO 8601 time, UTC where it names no zone; one that cannot be read is before all others."""
    try:
        read = datetime.fromisoformat(time)
    except ValueError:
        return NEVER
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def time_text(seconds: float) -> str:
    """Write a moment, in seconds since 1970, as the time of a label: ISO 8601 in UTC, to the second."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
