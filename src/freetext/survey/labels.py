"""Labels: what people decided, one event a decision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, get_args

LabelSource = Literal["audit", "queue", "lookup", "import", "adjudicated", "rule"]
LABEL_SOURCES: tuple[str, ...] = get_args(LabelSource)

Key = tuple[str, str]
"""An answer: (id, question)."""


@dataclass(frozen=True, slots=True)
class Label:
    """One decision by one coder about one answer; never changed, only followed by a later one.

    `themes` are slugs, empty for "no theme". `text_hash` is keyed, so that a log does not give texts away. `time` is ISO 8601 UTC,
    `seconds` how long the decision took, `suggested` whether the model's codes were in sight.
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


def settle(labels: Iterable[Label]) -> Mapping[Key, Settled]:
    """Settle many coders' decisions into one an answer.

    A coder's later decision replaces the earlier one (the later in the order given). An adjudicated decision overrules all
    others, also a later one of the same coder that is not adjudicated; of several the latest in time counts, one without a
    readable time before all others. A rule gives way to people. Where coders differ and nobody has adjudicated, the theme is
    disputed.
    """
    latest: dict[Key, dict[tuple[int, str], Label]] = {}
    for label in labels:
        decisions = latest.setdefault(label.key, {})
        mark = (_tier(label), label.coder)
        decisions.pop(mark, None)  # so that the decisions stand in the order of their last event
        decisions[mark] = label
    return {key: _settled(list(decisions.values())) for key, decisions in latest.items()}


def _tier(label: Label) -> int:
    return next(place for place, sources in enumerate(TIERS) if label.source in sources)


def _settled(decisions: list[Label]) -> Settled:
    tier = min(map(_tier, decisions))
    counted = [label for label in decisions if _tier(label) == tier]
    if tier == ADJUDICATED:
        counted = [max(reversed(counted), key=lambda label: _moment(label.time))]
    named = dict.fromkeys(slug for label in counted for slug in label.themes)
    agreed = tuple(slug for slug in named if all(slug in label.themes for label in counted))
    disputed = tuple(slug for slug in named if slug not in agreed)
    return Settled(agreed, disputed, tuple(label.coder for label in counted), by_rule=tier == RULE)


def _moment(time: str) -> datetime:
    """Read an ISO 8601 time, UTC where it names no zone; one that cannot be read is before all others."""
    try:
        read = datetime.fromisoformat(time)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
    return read if read.tzinfo else read.replace(tzinfo=UTC)
