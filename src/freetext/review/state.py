"""A session between two keys."""

from __future__ import annotations

from dataclasses import dataclass

from freetext.review.draft import NOTHING, Draft
from freetext.review.views import Phase
from freetext.survey.labels import Key, LabelEvent, LabelSource


@dataclass(frozen=True, slots=True)
class State:
    """Where a session stands.

    key     which answer is at hand; None where a batch is done
    draft   what is ticked on it
    typed   what is being typed
    turned  how far the list of finds is turned: its first is meant
    scroll  lines that the answer, or a definition, is scrolled down by
    """

    key: Key | None
    draft: Draft = NOTHING
    phase: Phase = "answer"
    typed: str = ""
    turned: int = 0
    scroll: int = 0
    message: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """What a key asks to be written down; `seconds` since the answer was shown, None where that says nothing."""

    kind: LabelEvent
    key: Key
    source: LabelSource
    draft: Draft
    suggested: bool = False
    model: str = ""
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What an event did to an answer: its decision before and after (None: none); `skip` where it was passed over."""

    key: Key
    before: Draft | None
    after: Draft | None
    skip: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What one key changed: the state before it, and what it did to an answer's decision, if anything."""

    before: State
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """What a key would do; nothing has happened until its events are on the disk and it is accepted.

    state   the state after it
    events  what must be written down first
    step    what can be undone later, where the key changed something
    undoes  whether it takes the latest step back
    insert  an answer that comes into the trail behind the one at hand
    leaves  whether the session ends
    """

    state: State
    events: tuple[Event, ...] = ()
    step: Step | None = None
    undoes: bool = False
    insert: Key | None = None
    leaves: bool = False
    wants_batch: bool = False
