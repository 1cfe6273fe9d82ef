"""The review line by line, for screen readers, dumb terminals and pipes: prints sentences, reads keys."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Lock, Thread
from types import FrameType
from typing import TextIO

from freetext.cli.sitting import Sitting
from freetext.review.views import Phase, View
from freetext.show.review_plain import FIRST, definition, spoken, themes
from freetext.show.review_spans import stood_in
from freetext.show.review_text import harmless

TICK = 0.5
"""Seconds between looks at what goes on beside the keys."""

WORDS = {"save": "enter", "none": "n", "undo": "u", "back": "b", "skip": "s", "help": "?", "quit": "q"}
"""Keys that may be written out."""

SINGLE = frozenset("nubsdp!?qcf/")
TYPED: dict[str, Phase] = {"/": "find", "f": "search", "c": "note"}
READ: frozenset[Phase] = frozenset({"definition", "help"})
"""Phases that are over once they are read."""

GIVE_UP = "-"
ENDS = 4
"""How often the end of the input is told before it is taken as said."""


def plain_screen(sitting: Sitting, lines: TextIO, out: TextIO, *, tick: float = TICK) -> None:
    """Review line by line until the coder leaves or the input ends, which leaves too."""
    desk = Desk(sitting, out)
    desk.say_what_changed()
    with _looking_about(desk, tick), told_to_end():
        while not desk.left:
            desk.prompt()
            try:
                line = lines.readline()
            except KeyboardInterrupt:
                desk.press("ctrl+c")
                continue
            if line:
                desk.take(line.strip())
            else:
                desk.end()
                break


class Desk:
    """A sitting with a voice: presses keys one at a time and says what has changed."""

    def __init__(self, sitting: Sitting, out: TextIO) -> None:
        self.sitting = sitting
        self.out = out
        self.seen: View | None = None
        self.left = False
        self.fault: Exception | None = None
        self.lock = Lock()

    def say(self, *lines: str) -> None:
        """Print lines in the characters that the output has."""
        encoding = self.out.encoding or "utf-8"
        for line in lines:
            self.out.write(stood_in(line, encoding) + "\n")
        self.out.flush()

    def prompt(self) -> None:
        """Show a terminal that a line is awaited."""
        if self.out.isatty():
            self.out.write("> ")
            self.out.flush()

    def say_what_changed(self) -> bool:
        """Say what is new since the last time, if anything is, and turn the page of what is only read."""
        if self.left:
            return True
        view = self.sitting.view()
        lines = spoken(view, self.seen)
        self.say(*lines)
        self.seen = view
        if view.phase in READ and self._press("escape"):
            self.seen = self.sitting.view()
        return bool(lines)

    def look_about(self) -> None:
        """Let the sitting work beside the keys; its fault is raised with the next line."""
        with self.lock:
            if self.left or self.fault:
                return
            try:
                if self.sitting.tick() and self.say_what_changed():
                    self.prompt()
            except Exception as error:  # noqa: BLE001
                self.fault = error

    def take(self, line: str) -> None:
        """Do what a line asks, and say what came of it."""
        with self.lock:
            if self.fault:
                raise self.fault
            told = self._obey(line)
            if not self.say_what_changed() and not told:
                self.say("Nothing has changed.")

    def press(self, *keys: str) -> None:
        """Press keys and say what came of it."""
        with self.lock:
            self._press(*keys)
            self.say_what_changed()

    def end(self) -> None:
        """Leave at the end of the input; ticks that were not saved stay unsaved."""
        with self.lock:
            for _ in range(ENDS):
                self._press("ctrl+c")
            if self.fault:
                raise self.fault

    def _press(self, *keys: str) -> bool:
        for key in keys:
            self.left = self.left or not self.sitting.press(key)
        return not self.left

    def _obey(self, line: str) -> bool:
        """Press what a line means; True where it has been answered at once."""
        view = self.sitting.view()
        told = self._answered(line, view)
        if told:
            return True
        if view.phase in TYPED.values():
            self._write_on(line, view)
        elif not line:
            self._press("enter")
        elif view.phase == "leave" and line == GIVE_UP:
            self._press("escape")
        elif line_types(line):
            self._type(line[0], line[1:].strip())
        else:
            self._press(*keys_of(line, view))
        return False

    def _answered(self, line: str, view: View) -> bool:
        """Answer what asks for words only: the themes, what one of them means, a line that means nothing."""
        if not line or view.phase in TYPED.values() or (view.phase == "leave" and line == GIVE_UP):
            return False
        if line == "/" and view.choices:
            self.say(*themes(view))
        elif line[0] == "d" and len(line[1:].strip()) == 1:
            self._define(line[1:].strip(), view)
        elif line_types(line) or keys_of(line, view):
            return False
        else:
            self.say(f"Not understood: {harmless(line)}. Nothing is changed; {FIRST}")
        return True

    def _type(self, key: str, text: str) -> None:
        """Open a line to type in, type, and take what is found if it is the only one."""
        self._press(key)
        if self.sitting.view().phase == TYPED[key]:
            self._write(text)

    def _write(self, text: str) -> None:
        self._press(*["backspace"] * len(self.sitting.view().typed))
        self._press(*("space" if character == " " else character for character in harmless(text)))
        if self.sitting.view().phase == "search":
            self._press("enter")  # which looks
        view = self.sitting.view()
        if view.phase == "note" or (view.phase in TYPED.values() and len(view.found) == 1):
            self._press("enter")

    def _write_on(self, line: str, view: View) -> None:
        if line == GIVE_UP:
            self._press("escape")
        elif line:
            self._write(line)
        elif view.found or view.phase == "note":
            self._press("enter")
        else:
            self._press("escape")

    def _define(self, key: str, view: View) -> None:
        """Say what one theme means, by its key."""
        slugs = [choice for choice in view.choices if choice.key == key]
        self._press("d")
        shown = self.sitting.view()
        known = {theme.slug: theme for theme in shown.defined}
        if shown.phase == "definition":
            self._press("escape")
        if slugs and slugs[0].slug in known:
            self.say(*definition(known[slugs[0].slug], slugs[0]))
        else:
            self.say(f"No theme has the key {harmless(key)}.")


def line_types(line: str) -> bool:
    """Whether a line is a key that opens a line to type in, and what is to be typed there: `/res`, `f words`, `c text`."""
    return line[0] in TYPED and (line[0] == "/" or line[1:2].isspace()) and bool(line[1:].strip())


def keys_of(line: str, view: View) -> tuple[str, ...]:
    """The keys that a line stands for: themes' keys, or one command; nothing where any of it means nothing."""
    word = WORDS.get(line, line)
    if word == "enter" or word in SINGLE:
        return (word,)
    known = {choice.key for choice in view.choices if choice.key}
    keys = tuple(character for character in line if not character.isspace() and character != ",")
    return keys if keys and set(keys) <= known else ()


@contextmanager
def _looking_about(desk: Desk, seconds: float) -> Iterator[None]:
    """Look about while a line is awaited, from a thread that says nothing while a key is taken."""
    over = Event()

    def look() -> None:
        while not over.wait(seconds):
            desk.look_about()

    thread = Thread(target=look, daemon=True, name="looking-about")
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


@contextmanager
def told_to_end() -> Iterator[None]:
    """Turn a signal that ends the process into SystemExit, so that whoever holds something lets it go."""

    def leave(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    before = {}
    for name in ("SIGTERM", "SIGHUP"):
        with suppress(AttributeError, ValueError):  # Windows; not the main thread
            number = getattr(signal, name)
            before[number] = signal.signal(number, leave)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
