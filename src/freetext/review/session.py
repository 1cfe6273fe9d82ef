"""The review as a state machine: keys in; events and views out; no clock, no file, no screen.

`move` says what a key would do, `accept` does it: in between, whoever drives the session writes the events down, and where that
fails (a full disk) nothing has happened. Undo has no limit: it walks back through all that this session and the coder's former
ones changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from freetext.review.draft import NOTHING, Draft, draft_of, theme_at, toggled, with_flag, with_none
from freetext.review.items import Item, Stream
from freetext.review.state import Change, Event, Move, State, Step
from freetext.review.typing import Typing
from freetext.review.views import Phase
from freetext.survey.labels import Flag, Key, Label, LabelSource

SOURCES: dict[Stream, LabelSource] = {
    "audit": "audit",
    "second": "audit",
    "queue": "queue",
    "lookup": "lookup",
    "adjudicate": "adjudicated",
    "bridge": "audit",
}
"""What a decision on an answer of each stream is kept as."""

TYPED: dict[str, Phase] = {"/": "find", "f": "search", "c": "note"}
"""Keys after which letters are typed."""

FLAG_KEYS: dict[str, Flag] = {"p": "personal-data", "!": "safeguarding"}

PACED = 20
"""Decisions that the pace is taken from."""

IDLE = 300.0
"""Seconds after which an answer was not being read any more."""

QUICKEST = 1.0
"""Seconds that a decision takes at least, as far as the pace goes."""

ONE = "Every answer has one theme here: tick the one that fits best, or s to pass."

SEVERAL = "Every answer has one theme here, and several are ticked: tick the one that fits best."

PAGE = 5
"""Lines that a page key scrolls."""

ROLLS = {"down": 1, "up": -1, "pagedown": PAGE, "pageup": -PAGE}


class Session:
    """One coder's way through answers.

    The trail is what lies behind (decided, in the order of the decisions) and the batch that is dealt; `recall` gives the item of
    any answer, `seek` the answers that hold a text.
    """

    def __init__(
        self,
        recall: Callable[[Key], Item],
        *,
        decided: Sequence[Label] = (),
        seek: Callable[[str], Sequence[Key]] = lambda _text: (),
    ) -> None:
        """Begin where the coder's `decided` labels (those that stand, in the order of the log) leave off.

        An answer that they last decided elsewhere (an import) is known, and is not walked back through.
        """
        self._recall, self._items = recall, dict[Key, Item]()
        self.trail: list[Key] = []
        self.decided: dict[Key, Draft] = {}
        self.skips: set[Key] = set()
        self._drafts: dict[Key, Draft] = {}
        self.steps: list[Step] = []
        self.fresh: set[Key] = set()
        self.size = 0
        self._pace: list[float] = []
        self._typing = Typing(seek)
        self._replay(decided)
        self.state = self._done()

    def _replay(self, decided: Sequence[Label]) -> None:
        """Make the decisions of former sessions again, so that they can be walked back through."""
        last = {label.key: label.source for label in decided}
        walked = {key for key, source in last.items() if source in SOURCES.values()}
        self.trail += dict.fromkeys(label.key for label in decided if label.key in walked)
        for label in decided:
            draft = draft_of(label)
            change = Change(label.key, self.decided.get(label.key), draft)
            if label.key in walked:
                self.steps.append(Step(State(label.key, draft), change))
            self.decided[label.key] = draft
            if label.seconds is not None and label.seconds < IDLE:
                self._pace.append(max(label.seconds, QUICKEST))

    def deal(self, items: Iterable[Item], skips: Iterable[Key] = ()) -> None:
        """Put a batch before the coder; what has been decided of it, or is among the `skips`, counts as done.

        Without items nothing is left.
        """
        batch = list(items)
        self._items.update((item.key, item) for item in batch)
        self.fresh = {item.key for item in batch}
        self.size = len(batch)
        self.skips = set(skips)
        wanted = {item.key: None for item in batch if item.key not in self.decided}
        self.trail = [*(key for key in self.trail if key in self.decided), *wanted]
        self.state = self._next() if batch else self._done()

    @property
    def item(self) -> Item | None:
        """The answer at hand; None between batches."""
        return None if self.state.key is None else self.item_of(self.state.key)

    def item_of(self, key: Key) -> Item:
        """An answer's item, as it was dealt."""
        if key not in self._items:
            self._items[key] = self._recall(key)
        return self._items[key]

    @property
    def dirty(self) -> bool:
        """Whether the answer at hand has ticks, a note or flags that are not saved."""
        item = self.item
        return item is not None and self.state.draft != self.decided.get(item.key, NOTHING)

    def found(self) -> tuple[Key, ...]:
        """The answers that hold what is typed, once it has been looked for."""
        return self._typing.found(self.state.typed)

    @property
    def done(self) -> int:
        """How many answers of the batch are decided or passed over."""
        return sum(key in self.decided or key in self.skips for key in self.fresh)

    @property
    def pace(self) -> float | None:
        """Seconds a decision, from the latest ones; None before there are three."""
        latest = sorted(self._pace[-PACED:])
        return latest[len(latest) // 2] if len(latest) >= 3 else None

    def move(self, key: str, seconds: float | None = None) -> Move:
        """Say what a key would do; `seconds` is how long the answer at hand has been shown."""
        state = replace(self.state, message="")
        if key == "ctrl+c":
            return self._leave(state)
        if state.phase == "leave":
            return self._leaving(state, key, seconds)
        if state.phase in {"find", "note", "search"}:
            typed = self._typing.move(state, key, self.item)
            return typed if typed.state.draft == state.draft else self._ticked(typed.state)
        if state.phase in {"help", "definition"}:
            return Move(_reading(state, key, behind="answer" if self.item else self._done().phase))
        return self._key(state, key, seconds)

    def _key(self, state: State, key: str, seconds: float | None) -> Move:
        """What a key does where an answer is asked, or a batch is done."""
        if key in COMMON:
            return COMMON[key](self, state)
        item = self.item
        if item is None:
            return Move(state, wants_batch=key == "enter")
        if key in {"enter", "s"}:
            return self._save(state, item, seconds) if key == "enter" else self._skip(state, item)
        draft = _drafted(state.draft, key, item)
        return self._ticked(replace(state, draft=draft)) if draft != state.draft else Move(_asked(state, key, item))

    def accept(self, move: Move) -> None:
        """Do what a key said it would do, now that its events are kept."""
        if move.undoes:
            step = self.steps.pop()
            if step.change:
                self._set(step.change, step.change.before)
        elif move.step:
            self.steps.append(move.step)
            if move.step.change:
                self._set(move.step.change, move.step.change.after)
        for event in move.events:
            if event.kind == "label" and event.seconds is not None and event.seconds < IDLE:
                self._pace.append(max(event.seconds, QUICKEST))
        self.state = move.state if move.insert is None else self._brought(move.insert)
        self._keep_draft()

    def _brought(self, key: Key) -> State:
        """Go to an answer that was looked for; it comes into the trail behind the one at hand, if it is not there."""
        if key not in self.trail:
            self.trail.insert(self._behind(self.state.key), key)
        return self._at(key)

    def _keep_draft(self) -> None:
        """Remember ticks that are not saved, for when the coder comes back to the answer."""
        item = self.item
        if item is None:
            return
        if self.state.draft == self.decided.get(item.key, NOTHING):
            self._drafts.pop(item.key, None)
        else:
            self._drafts[item.key] = self.state.draft

    def refuse(self, message: str) -> None:
        """Say that the last key could not be kept; nothing has happened."""
        self.state = replace(self.state, message=message)

    def _set(self, change: Change, draft: Draft | None) -> None:
        self._drafts.pop(change.key, None)
        if change.skip:
            (self.skips.add if draft is not None else self.skips.discard)(change.key)
        elif draft is None:
            self.decided.pop(change.key, None)
        else:
            self.decided[change.key] = draft

    def _ticked(self, state: State) -> Move:
        return Move(state, step=Step(replace(self.state, phase="answer", typed="", turned=0, message="")))

    def _at(self, key: Key) -> State:
        return State(key, self._drafts.get(key, self.decided.get(key, NOTHING)))

    def _done(self) -> State:
        return State(None, phase="summary" if self.size else "empty")

    def _behind(self, key: Key | None) -> int:
        """The place in the trail behind an answer; its start where there is none."""
        return self.trail.index(key) + 1 if key in self.trail else 0

    def _next(self, besides: Key | None = None) -> State:
        """The first answer that is neither decided nor passed over; the batch is done where there is none."""
        for key in self.trail:
            if key != besides and key not in self.decided and key not in self.skips:
                return self._at(key)
        return self._done()

    def _save(self, state: State, item: Item, seconds: float | None) -> Move:
        if wanted := _open(state.draft, item):
            return Move(replace(state, message=wanted))
        before = self.decided.get(item.key)
        then = self._next(item.key)
        if before == state.draft:
            return Move(then)
        suggested = item.suggestion is not None
        event = Event("label", item.key, SOURCES[item.stream], state.draft, suggested, item.model, seconds)
        step = Step(replace(state, message=""), Change(item.key, before, state.draft))
        return Move(then, (event,), step)

    def _skip(self, state: State, item: Item) -> Move:
        then = self._next(item.key)
        if item.key in self.decided or item.key in self.skips:
            return Move(then)
        event = Event("skip", item.key, SOURCES[item.stream], replace(state.draft, themes=frozenset(), none=False))
        return Move(then, (event,), Step(state, Change(item.key, None, Draft(), skip=True)))

    def _undo(self, state: State) -> Move:
        if not self.steps:
            return Move(replace(state, message="Nothing is left to undo."))
        step = self.steps[-1]
        if not step.change:
            return Move(replace(step.before, phase="answer"), undoes=True)
        item = self.item_of(step.change.key)
        event = Event("undo", item.key, SOURCES[item.stream], NOTHING)
        said = "Taken back: " + ("the pass." if step.change.skip else "the decision. Enter saves it again.")
        return Move(replace(step.before, message=said), (event,), undoes=True)

    def _back(self, state: State) -> Move:
        place = len(self.trail) if state.key is None else self._behind(state.key) - 1
        if place <= 0:
            return Move(replace(state, message="This is the first answer."))
        return Move(self._at(self.trail[place - 1]))

    def _forward(self, state: State) -> Move:
        """Go on without deciding, as far as the first answer that is not decided."""
        if self.item is None or (self.item.key not in self.decided and self.item.key not in self.skips):
            return Move(replace(state, message="Enter saves and goes on, s passes."))
        later = self._behind(state.key)
        return Move(self._at(self.trail[later]) if later < len(self.trail) else self._done())

    def _leave(self, state: State) -> Move:
        if state.phase == "leave" or not self._drafts:
            return Move(state, leaves=True)
        here = state if self.dirty else self._at(next(iter(self._drafts)))
        return Move(replace(here, phase="leave", typed=""))

    def _leaving(self, state: State, key: str, seconds: float | None) -> Move:
        if key == "q":
            return Move(state, leaves=True)
        if key == "escape":
            return Move(replace(state, phase="answer"))
        if key != "enter" or self.item is None:
            return Move(state)
        if _open(state.draft, self.item):
            return Move(replace(state, phase="answer", message="Tick a theme first, or q leaves without saving."))
        return replace(self._save(replace(state, phase="answer"), self.item, seconds), leaves=True)


def _open(draft: Draft, item: Item) -> str:
    """Say what a decision still wants before it can be saved, or nothing."""
    if item.codeframe.single and (draft.none or len(draft.themes) > 1):
        return ONE if draft.none else SEVERAL
    return "" if draft.says else "Tick a theme first, or n for none of these, or s to pass."


def _drafted(draft: Draft, key: str, item: Item) -> Draft:
    """What keys change on the answer at hand."""
    if key == "n":
        return draft if item.codeframe.single else with_none(draft)
    if key in FLAG_KEYS:
        return with_flag(draft, FLAG_KEYS[key])
    theme = theme_at(key, item.codeframe)
    return toggled(draft, theme.slug, item.codeframe, one=item.one) if theme else draft


def _asked(state: State, key: str, item: Item) -> State:
    """What keys show that change nothing."""
    if key == "n":
        return replace(state, message=ONE)
    if key in TYPED:
        return replace(state, phase=TYPED[key], typed=state.draft.note if key == "c" else "", turned=0)
    if key == "d":
        return replace(state, phase="definition", scroll=0)
    if key in ROLLS:
        return replace(state, scroll=max(0, state.scroll + ROLLS[key]))
    if key in {"home", "end"}:
        return replace(state, scroll=0 if key == "home" else len(item.text))
    return state


def _reading(state: State, key: str, behind: Phase) -> State:
    """Help and definitions: keys scroll, any other goes back to what is behind."""
    if key in ROLLS:
        return replace(state, scroll=max(0, state.scroll + ROLLS[key]))
    return replace(state, phase=behind, scroll=0)


def _help(_session: Session, state: State) -> Move:
    return Move(replace(state, phase="help", scroll=0))


COMMON: dict[str, Callable[[Session, State], Move]] = {
    "q": Session._leave,  # noqa: SLF001
    "u": Session._undo,  # noqa: SLF001
    "b": Session._back,  # noqa: SLF001
    "left": Session._back,  # noqa: SLF001
    "right": Session._forward,  # noqa: SLF001
    "?": _help,
}
"""Keys that work where no answer is at hand too."""
