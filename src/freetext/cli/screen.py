"""The review on the full screen: a thin driver that gives keys to a sitting and paints what `draw` says."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Protocol

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.events import Key, Paste
from textual.strip import Strip
from textual.widget import Widget

from freetext.review.views import Phase, View
from freetext.show.review_screen import ASKED, draw, scroll_to
from freetext.show.review_spans import Row, Screen, encodable, row_cells
from freetext.show.review_spans import Style as Named
from freetext.show.review_text import harmless

TICK = 0.5
"""Seconds between looks at what goes on beside the keys."""

NAMES = frozenset(
    {
        "enter",
        "escape",
        "backspace",
        "tab",
        "up",
        "down",
        "left",
        "right",
        "pageup",
        "pagedown",
        "home",
        "end",
        "ctrl+c",
    }
)
SYNONYMS = {"ctrl+j": "enter", "ctrl+h": "backspace", " ": "space"}
"""The space bar's name, and what some terminals send for Enter and Backspace."""

HELD = frozenset({"alt", "ctrl", "meta", "super", "hyper"})
"""Keys that change another: with one of them a letter is no letter."""

SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")
"""What ends the review from outside."""

TYPED: frozenset[Phase] = frozenset({"find", "note", "search"})
"""Phases in which letters are typed, so that text can be pasted."""

TURNING = frozenset({"up", "down"})
"""Keys that choose among what was found, where letters are typed."""

STYLES: dict[Named, Style] = {
    "plain": Style(),
    "dim": Style(dim=True),
    "bold": Style(bold=True),
    "bar": Style(color="cyan"),
    "key": Style(color="cyan", bold=True),
    "tick": Style(color="green", bold=True),
    "lit": Style(bold=True, underline=True),
    "suggest": Style(color="magenta"),
    "differ": Style(color="red", bold=True),
    "done": Style(color="green", bold=True),
    "rule": Style(dim=True),
    "alert": Style(bold=True, reverse=True),
    "good": Style(color="green", bold=True),
    "cursor": Style(reverse=True),
}
"""Colours are the terminal's own; every one of them only repeats what a sign or a weight says."""


class Driven(Protocol):
    """What a full screen drives: a Sitting, or another that takes the same keys and has views of its own."""

    def view(self) -> Any:
        """What there is to see."""
        ...

    def press(self, key: str) -> bool:
        """Take a key; False when the coder has left."""
        ...

    def tick(self) -> bool:
        """Look after what goes on beside the keys."""
        ...


@dataclass(frozen=True, slots=True)
class Look:
    """How views are drawn: `typed` are the phases in which letters are typed, `place` tells what is scrolled."""

    draw: Callable[[Any, int, int], Screen]
    typed: frozenset[Any]
    place: Callable[[Any], object]


def place(view: View) -> tuple[str, str, str]:
    """What is scrolled: an answer, also while something is typed under it, or a page."""
    return view.id, view.question, "answer" if view.phase in ASKED else view.phase


REVIEW = Look(draw, TYPED, place)
"""How a review looks."""


def full_screen(sitting: Driven, look: Look = REVIEW) -> None:
    """Review on the full screen until the coder leaves; the terminal is given back whatever happens.

    Raises what the sitting raises, and SystemExit(128 + number) when a signal or a hang-up ends it.
    """
    app = ReviewApp(sitting, look)
    app.run(mouse=False)
    if app.fault is not None:
        raise app.fault
    if app.signal:
        raise SystemExit(128 + app.signal)


class ReviewApp(App[None], inherit_bindings=False):
    """The whole application: one widget, no bindings of its own, no palette, no mouse."""

    CSS = "Screen, Face { width: 100%; height: 100%; overflow: hidden; color: ansi_default; background: ansi_default; }"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    ESCAPE_TO_MINIMIZE = False

    def __init__(self, sitting: Driven, look: Look = REVIEW) -> None:
        super().__init__(ansi_color=True)
        self.sitting = sitting
        self.look = look
        self.fault: BaseException | None = None
        self.signal = 0
        self.left = False

    def compose(self) -> ComposeResult:
        """Make the one widget."""
        yield Face(self)

    def on_mount(self) -> None:
        """Begin to look about, and to listen for the end."""
        self.set_interval(TICK, self.look_about)
        loop = asyncio.get_running_loop()
        for number in filter(None, (getattr(signal, name, None) for name in SIGNALS)):
            with suppress(NotImplementedError, RuntimeError, ValueError):  # Windows, or not the main thread
                loop.add_signal_handler(number, self.ended, number)

    def ended(self, number: int) -> None:
        """Leave because the process was told to, or the terminal hung up."""
        self.signal = number
        self.leave()

    def leave(self) -> None:
        """Give the terminal back."""
        if not self.left:
            self.left = True
            self.exit()

    def guarded(self, call: Callable[[], bool]) -> bool:
        """Make a call unless the review is over; a fault ends it, and is raised again once the terminal is whole."""
        try:
            return not self.left and call()
        except Exception as error:  # noqa: BLE001
            self._handle_exception(error)
            return False

    def _handle_exception(self, error: Exception) -> None:
        """Keep any fault for the caller: Textual would print it with the values of all variables, answers among them."""
        self.fault = self.fault or error
        self.leave()

    def look_about(self) -> None:
        """Let the sitting work beside the keys."""
        if self.guarded(self.sitting.tick):
            self.query_one(Face).repaint()

    def press(self, keys: Iterable[str]) -> None:
        """Give keys to the sitting, and paint what comes of them."""
        for key in keys:
            if not self.guarded(partial(self.sitting.press, key)):
                self.leave()
                return
        self.query_one(Face).repaint()


class Face(Widget, can_focus=True):
    """The screen: rows as `draw` gives them, never markup; drawn when they are next wanted, however many keys came before."""

    def __init__(self, review: ReviewApp) -> None:
        super().__init__()
        self.review = review
        self.encoding = _encoding()
        self.view: Any = None
        self.drawn: Screen | None = None
        self.scroll = 0

    def on_mount(self) -> None:
        """Take every key."""
        self.focus()

    def on_resize(self) -> None:
        """Draw for the new size."""
        self.repaint()

    def repaint(self) -> None:
        """Draw anew when rows are next wanted."""
        self.drawn = None
        self.refresh()

    def on_key(self, event: Key) -> None:
        """Scroll, or give a key to the sitting; no key goes anywhere else."""
        event.stop()
        event.prevent_default()
        key = key_name(event)
        to = scroll_to(self.screen_now(), key)
        if to is not None and not (self._typing and key in TURNING):
            self.scroll = to
            self.repaint()
        elif key:
            self.review.press([key])

    def on_paste(self, event: Paste) -> None:
        """Take pasted text where text is typed; anywhere else its letters would tick themes."""
        event.stop()
        event.prevent_default()
        self.screen_now()
        if self._typing:
            self.review.press("space" if character == " " else character for character in harmless(event.text))

    def screen_now(self) -> Screen:
        """What is to be seen at this size."""
        if self.drawn is None:
            self.drawn = Screen(())
            self.review.guarded(self._draw)
        return self.drawn

    @property
    def _typing(self) -> bool:
        return self.view is not None and self.view.phase in self.review.look.typed

    def _draw(self) -> bool:
        view, look = self.review.sitting.view(), self.review.look
        if self.view is None or look.place(self.view) != look.place(view):
            self.scroll = 0
        self.view = view
        screen = look.draw(replace(view, scroll=self.scroll), self.size.width, self.size.height)
        self.drawn = encodable(screen, self.encoding)
        return True

    def render_line(self, y: int) -> Strip:
        """Paint one row."""
        rows = self.screen_now().rows
        return painted(rows[y]) if y < len(rows) else Strip.blank(self.size.width)


def painted(row: Row) -> Strip:
    """Turn a row into what Textual writes; the text goes as it is, without markup."""
    return Strip([Segment(text, STYLES[style]) for text, style in row], row_cells(row))


def key_name(event: Key) -> str:
    """Name a key as a sitting knows it; empty for one that means nothing."""
    character = event.character or ""
    if len(character) == 1 and character.isprintable() and not HELD & set(event.key.split("+")[:-1]):
        return SYNONYMS.get(character, character)
    name = SYNONYMS.get(event.key, event.key)
    return name if name in NAMES else ""


def _encoding() -> str:
    """The encoding of the stream that Textual writes to."""
    stream = sys.__stdout__ if sys.platform == "win32" else sys.__stderr__
    return getattr(stream, "encoding", None) or "utf-8"
