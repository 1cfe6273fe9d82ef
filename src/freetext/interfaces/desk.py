"""A coder at work: the session, the log it writes to, the batches it is dealt, and the worker that ranks meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from freetext.errors import FreetextError
from freetext.files.batches import Batch, load_batch, save_batch
from freetext.files.labels import append_labels
from freetext.interfaces.dealer import Dealer
from freetext.interfaces.reviewed import Reviewed
from freetext.interfaces.wishes import Wishes
from freetext.interfaces.worker import Worker
from freetext.review.deal import Dealt
from freetext.review.session import Session
from freetext.review.showing import view_of
from freetext.review.state import Event
from freetext.review.views import Summary, View
from freetext.survey.labels import Key, Label, skipped, time_text

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
        walked, known = self.dealer.own()
        self.session = Session(self.survey.recall, decided=walked, known=known, seek=self.survey.seek)
        self._path = self.dealer.place
        self._shown: tuple[Key | None, float] = (None, 0.0)
        self._beaten = self.clock.seconds()
        self._summary: Summary | None = None
        self._failure = ""
        left = load_batch(self._path)
        self._number, there = left.number, self._still_there(left.dealt)
        if any(each.key not in self.session.decided for each in there):
            passed = skipped(self._own_events()[left.behind :], self.wishes.coder)
            self.session.deal(map(self.survey.item, there), passed)
        else:
            self._deal()
        self._start_worker()
        self._turned()

    def _still_there(self, left: Iterable[Dealt]) -> list[Dealt]:
        """What of a batch is still to be asked: in the file, of a question reviewed, and not coded by others meanwhile."""
        taken = self.dealer.others() if self.wishes.kind == "review" else set()
        return [
            each
            for each in left
            if each.key in self.survey.places and each.key[1] in self.survey.frames and each.key not in taken
        ]

    @property
    def problems(self) -> tuple[str, ...]:
        """What was wrong with the logs."""
        return self.dealer.tray.problems

    def view(self) -> View:
        """What the coder sees now."""
        plan = self.survey.project.questionnaire
        view = view_of(self.session, self.wishes.coder, self._summed)
        return replace(view, survey=plan.name)

    def press(self, key: str) -> bool:
        """Take a key; False when the coder leaves. What cannot be written is told and has not happened."""
        move = self.session.move(key, self.clock.seconds() - self._shown[1])
        if move.wants_batch:
            self._deal()
        elif not move.events or self._kept([self._label(event) for event in move.events]):
            self.session.accept(move)
            self._turned()
            return not move.leaves
        return True

    def tick(self) -> bool:
        """Do what time brings; True where the screen has changed."""
        if self.clock.seconds() - self._beaten > HEARTBEAT:
            self._beaten = self.clock.seconds()
            self.beat()
        said = self.worker.finished() if self.worker else None
        if said:
            self._failure = f"The answers could not be ranked anew: {said}"
            self._summary = None
        return bool(said)

    def close(self) -> None:
        """Leave: the worker goes too."""
        if self.worker:
            self.worker.stop()

    def _deal(self) -> None:
        """Read the disk and put the next batch before the coder, written down first."""
        self._summary = None
        try:
            self.dealer.refresh()
            dealt = self.dealer.deal(self._number + 1)
            behind = len(self._own_events()) + len(dealt.picks)
            save_batch(Batch(dealt.asked, self._number + 1, behind), self._path)
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
            self._summary = None
            if item is None and self.session.state.phase == "summary":
                self._start_worker()

    def _start_worker(self) -> None:
        """Rank anew where people have decided since, or nothing is ranked."""
        if self.worker and self.wishes.kind == "review" and self._outdated():
            self.worker.start()

    def _outdated(self) -> bool:
        rankings, frames = self.dealer.tray.rankings, {frame.digest for frame in self.survey.frames.values()}
        labelled = len({each.key for each in self.dealer.tray.events if each.event == "label"})
        return len(rankings) < len(frames) or sum(each.labelled for each in rankings) < labelled

    def _summed(self) -> Summary:
        if self._summary is None:
            self._summary = self.dealer.summary(self.session.pace)
            if self._failure:
                self._summary = replace(self._summary, advice=(*self._summary.advice, self._failure))
        return self._summary

    def _kept(self, labels: list[Label]) -> bool:
        """Write events down and wait until they are on the disk; say so where that fails."""
        try:
            append_labels(self.survey.labels, labels)
        except FreetextError as error:
            self.session.refuse(str(error))
            return False
        self.dealer.tray.events += labels
        return True

    def _label(self, event: Event) -> Label:
        frame = self.survey.frames[event.key[1]]
        draft = event.draft
        return Label(
            *event.key,
            tuple(slug for slug in frame.slugs if slug in draft.themes),
            self.wishes.coder,
            self.clock.stamp(),
            event.source,
            self._hash(event.key),
            None if event.seconds is None else round(event.seconds, 1),
            event.model if event.suggested else "",
            event.suggested,
            frame.digest,
            draft.note,
            event.kind,
            tuple(sorted(draft.flags)),
        )

    def _pick(self, key: Key) -> Label:
        return pick_of(self.survey, self.wishes.coder, key, self.clock.stamp())

    def _hash(self, key: Key) -> str:
        return self.survey.hash_of(key)


def pick_of(survey: Reviewed, coder: str, key: Key, stamp: str = "") -> Label:
    """Return the event that says: the queue wants this answer too."""
    digest = survey.frames[key[1]].digest
    hashed = survey.hash_of(key)
    return Label(*key, (), coder, stamp or utc_now(), "queue", hashed, codeframe=digest, event="pick")
