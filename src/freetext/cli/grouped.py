"""Groups looked through on a screen, or line by line."""

from __future__ import annotations

import sys
from typing import TextIO

from freetext.cli.plain import told_to_end
from freetext.interfaces.grouping import GroupDesk
from freetext.review.group_views import TYPED, GroupView
from freetext.show.group_plain import FIRST, spoken_groups
from freetext.show.review_spans import stood_in
from freetext.show.review_text import harmless

SINGLE = frozenset("yansbtdmxrguw?q/")
"""Keys that are one letter: one a line, so that nobody decides on an answer that was not read."""

WRITE_ON = frozenset("tdmg/")
"""Keys behind which a line can go on with what is typed: `t Late buses`, `/travel`, `m 3`."""

GIVE_UP = "-"


def walk_groups(desk: GroupDesk, *, plain: bool) -> None:
    """Let the coder work until they leave."""
    from freetext.cli.sitting import full_screen_possible

    if plain or not full_screen_possible():
        lines_in(desk, sys.stdin, sys.stdout)
        return
    from freetext.cli.screen import Look, full_screen
    from freetext.show.group_screen import draw_groups

    full_screen(desk, Look(draw_groups, TYPED, _place))


def _place(view: GroupView) -> object:
    page = view.phase in {"help", "summary", "empty"}
    return view.phase if page else (view.number, view.place)


def lines_in(desk: GroupDesk, lines: TextIO, out: TextIO) -> None:
    """Walk line by line; the end of the input leaves, and what was decided stays."""
    voice = Voice(desk, out)
    voice.say_news()
    with told_to_end():
        while not voice.left:
            voice.prompt()
            try:
                line = lines.readline()
            except KeyboardInterrupt:
                break
            if not line:
                break
            desk.tick()
            voice.take(line.strip())


class Voice:
    """A walk that says what has changed."""

    def __init__(self, desk: GroupDesk, out: TextIO) -> None:
        self.desk, self.out = desk, out
        self.seen: GroupView | None = None
        self.left = False

    def say(self, *lines: str) -> None:
        """Print lines in the characters that the output has."""
        for line in lines:
            self.out.write(stood_in(line, self.out.encoding or "utf-8") + "\n")
        self.out.flush()

    def prompt(self) -> None:
        """Show a terminal that a line is awaited."""
        if self.out.isatty():
            self.out.write("> ")
            self.out.flush()

    def say_news(self) -> None:
        """Say what is new; the keys are read once, and the answer comes back."""
        if self.left:
            return
        view = self.desk.view()
        lines = spoken_groups(view, self.seen)
        self.say(*(lines or ("Nothing has changed.",)))
        self.seen = view
        if view.phase == "help":
            self.press("escape")
            self.seen = self.desk.view()

    def take(self, line: str) -> None:
        """Do what a line asks, and say what came of it."""
        phase = self.desk.view().phase
        if phase in TYPED:
            self._write(line)
        elif not line:
            self.press("enter")
        elif line[0] in WRITE_ON and (line[0] == "/" or line[1:2].isspace()) and line[1:].strip():
            self._write_on(line[0], line[1:].strip())
        elif line in SINGLE:
            self.press(line)
        else:
            self.say(f"Not understood: {harmless(line)}. Nothing is changed; {FIRST}")
            return
        self.say_news()

    def press(self, *keys: str) -> None:
        """Press keys as long as the coder is there."""
        for key in keys:
            self.left = self.left or not self.desk.press(key)

    def _write_on(self, key: str, text: str) -> None:
        self.press(key)
        if self.desk.view().phase in TYPED:
            self._write(text)

    def _write(self, text: str) -> None:
        """Type a line in the place of what stands, and take it; an empty line takes what stands."""
        if text == GIVE_UP:
            self.press("escape")
            return
        if text:
            self.press(*["backspace"] * len(self.desk.view().typed))
            self.press(*("space" if letter == " " else letter for letter in harmless(text)))
        self.press("enter")
