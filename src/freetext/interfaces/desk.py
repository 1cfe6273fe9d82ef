"""A coder at work: the session, the log it writes to, the batches it is dealt, and the worker that ranks meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from freetext.errors import FreetextError, OutputError
from freetext.files.labelling.labels import append_labels
from freetext.interfaces.ahead import Ahead
from freetext.interfaces.dealer import Dealer
from freetext.interfaces.escalating import keep_escalated
from freetext.interfaces.reviewed import Reviewed
from freetext.interfaces.wishes import Wishes
from freetext.interfaces.worker import Worker
from freetext.review.items import Item
from freetext.review.session import Session
from freetext.review.showing import view_of
from freetext.review.state import Event
from freetext.review.views import Summary, View
from freetext.survey.labels import Key, Label, LabelSource, skipped, time_text
from freetext.survey.waves import wave_of

HEARTBEAT = 60.0
"""Seconds after which the others are told again that the coder is there."""


def utc_now() -> str:
    """The time as the logs write it."""
    return time_text(time.time())


@dataclass(frozen=True, slots=True)
class Clock:
    """When it is, for the log, and seconds that only go forward."""

    stamp: Callable[[], str] = utc_now
    seconds: Callable[[], float] = time.monotonic


@dataclass
class Desk:
    """Drives a session: keys in, views out; what a key decides is on the disk before it is accepted.

    `beat` tells others that the coder is still there. Opening it comes back to the batch that was left, or deals one.
    """

    survey: Reviewed
    wishes: Wishes
    worker: Worker | None = None
    beat: Callable[[], None] = lambda: None
    clock: Clock = field(default_factory=Clock)

    def __post_init__(self) -> None:
        """Find the exact place."""
        self.dealer = Dealer(self.survey, self.wishes)
        self.dealer.refresh()
        self.dealer.check()
        self.session = Session(self._recall, decided=self.dealer.own(), seek=self.survey.seek)
        self._shown: tuple[Key | None, float] = (None, 0.0)
        self._beaten = self.clock.seconds()
        self._ahead = Ahead(len(self.survey.answers))
        self._failure = ""
        left, there = self.dealer.left()
        self._number = left.number
        if any(each.key not in self.session.decided for each in there):
            passed = skipped(self._own_events()[left.behind :], self.wishes.coder)
            self.session.deal(map(self.survey.item, there), passed)
        else:
            self._deal()
        self._start_worker()
        self._turned()

    def _recall(self, key: Key) -> Item:
        return self.dealer.recall(key)  # whichever dealer it is by then

    @property
    def problems(self) -> tuple[str, ...]:
        """What was wrong with the logs."""
        return self.dealer.tray.problems

    def view(self) -> View:
        """What the coder sees now."""
        plan = self.survey.project.questionnaire
        view = view_of(self.session, self.wishes.coder, self._summed)
        again = "" if self.survey.bridge is None else wave_of(self.survey.file.table.file)
        return replace(view, survey=plan.name, again=again, by=self.survey.by, after=self.survey.after)

    def press(self, key: str) -> bool:
        """Take a key; False when the coder leaves. What cannot be written is told and has not happened."""
        move = self.session.move(key, self.clock.seconds() - self._shown[1])
        gone = sorted({slug for event in move.events for slug in self._gone(event)})
        if gone:
            self.session.refuse(
                f"The codeframe has no {', '.join(gone)} any more: n takes the ticks away, then tick anew."
            )
        elif move.wants_batch:
            self._deal()
        elif not move.events or self._kept([self._label(event) for event in move.events]):
            self.session.accept(move)
            self._turned()
            return not move.leaves
        return True

    def tick(self) -> bool:
        """Do what time brings; True where the screen has changed.

        Raises UsageError where another session has taken the coder's lock over; a drive that is away is told, and waited for.
        """
        changed = False
        if self.clock.seconds() - self._beaten > HEARTBEAT:
            self._beaten = self.clock.seconds()
            changed = not self._alive()
        said = self.worker.finished() if self.worker else None
        if said is not None:
            self._failure = f"The answers could not be ranked anew: {said}" if said else ""
            if self.session.state.phase == "summary":
                self._look_ahead()
        return self._ahead.arrived() or changed or bool(said)

    def _alive(self) -> bool:
        """Tell others that the coder is there; whether that could be done."""
        try:
            self.beat()
        except OutputError as error:
            self.session.refuse(str(error))
            return False
        return True

    def close(self) -> None:
        """Leave: the worker goes too."""
        self._ahead.close()
        if self.worker:
            self.worker.stop()

    def _deal(self) -> None:
        """Read the disk and put the next batch before the coder, written down first."""
        ready = self._ahead.wait(len(self._own_events()))
        self._ahead.forget()
        try:
            if ready is not None and ready.deal is not None:
                self.dealer, dealt = ready.dealer, ready.deal
            else:
                self.dealer.refresh()
                dealt = self.dealer.deal(self._number + 1)
            self.dealer.keep(dealt, self._number + 1, len(self._own_events()) + len(dealt.picks))
        except FreetextError as error:
            self.session.refuse(str(error))
            return
        if self._kept([self._pick(key) for key in dealt.picks]):
            self._number += 1
            self.session.deal(map(self.survey.item, dealt.asked))
            self._turned()

    def _own_events(self) -> list[Label]:
        return [label for label in self.dealer.tray.events if label.coder == self.wishes.coder]

    def _turned(self) -> None:
        """Note since when the answer at hand is shown; between batches the worker begins."""
        item = self.session.item
        key = item.key if item else None
        if key != self._shown[0]:
            self._shown = (key, self.clock.seconds())
            if item is None and self.session.state.phase == "summary":
                self._start_worker()
                self._look_ahead()

    def _look_ahead(self) -> None:
        self._ahead.look(self.dealer, self._number + 1, self.session.pace, len(self._own_events()))

    def _start_worker(self) -> None:
        """Rank anew where people have decided since, or nothing is ranked."""
        ours = any(key in self.session.decided for key in self.session.fresh)
        if self.worker and self.wishes.kind == "review" and (self.dealer.tray.outdated or ours):
            self.worker.start()

    def _summed(self) -> Summary:
        """How far the table is, once that is worked out."""
        ready = self._ahead.ready
        summed = ready.summary if ready is not None else Summary(advice=("Counting how far the table is...",))
        return replace(summed, advice=(*summed.advice, self._failure)) if self._failure else summed

    def _kept(self, labels: list[Label]) -> bool:
        """Write events down and wait until they are on the disk; say so where that fails.

        Raises UsageError where another session has taken the coder's lock over: this one must not write any more.
        """
        if not labels:
            return True
        if not self._alive():
            return False
        try:
            append_labels(self.survey.labels, labels)
        except FreetextError as error:
            self.session.refuse(str(error))
            return False
        self.dealer.tray.events += labels
        if any("safeguarding" in label.flags or label.event == "undo" for label in labels) or self._raised(labels):
            self._escalate()
        return True

    def _raised(self, labels: list[Label]) -> bool:
        """Whether one of these answers was escalated before: the flag may be down now."""
        keys = {label.key for label in labels}
        return any(label.key in keys and "safeguarding" in label.flags for label in self.dealer.tray.events)

    def _escalate(self) -> None:
        """Write the list of escalated answers anew; what is in the log stays there, also where the list cannot be written."""
        try:
            keep_escalated(self.survey)
        except FreetextError as error:
            self.session.refuse(f"The flag is in the log; the restricted list could not be written: {error}")

    def _gone(self, event: Event) -> frozenset[str]:
        """Themes that stand in a decision, and that the codeframe of today does not have."""
        return event.draft.themes - set(self.survey.frames[event.key[1]].slugs)

    def _label(self, event: Event) -> Label:
        frame = self.survey.frames[event.key[1]]
        draft = event.draft
        return Label(
            *event.key,
            tuple(slug for slug in frame.slugs if slug in draft.themes),
            self.wishes.coder,
            self.clock.stamp(),
            self._source(event),
            self._hash(event.key),
            None if event.seconds is None else round(event.seconds, 1),
            event.model if event.suggested else "",
            event.suggested,
            frame.digest,
            draft.note,
            event.kind,
            tuple(sorted(draft.flags)),
            self.survey.wave,
        )

    def _source(self, event: Event) -> LabelSource:
        """A second decision is a random one only where the first was."""
        if self.wishes.kind != "second" or event.source != "audit" or self.dealer.in_audit(event.key):
            return event.source
        return "lookup"

    def _pick(self, key: Key) -> Label:
        return pick_of(self.survey, self.wishes.coder, key, self.clock.stamp())

    def _hash(self, key: Key) -> str:
        return self.survey.hash_of(key)


def pick_of(survey: Reviewed, coder: str, key: Key, stamp: str = "") -> Label:
    """Return the event that says: the queue wants this answer too."""
    digest = survey.frames[key[1]].digest
    hashed = survey.hash_of(key)
    time, wave = stamp or utc_now(), survey.wave
    return Label(*key, (), coder, time, "queue", hashed, codeframe=digest, event="pick", wave=wave)
