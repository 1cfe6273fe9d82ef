"""The two drivers of the review: Textual through its pilot and in a real terminal, and lines in, lines out."""

import asyncio
import io
import os
import select
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from textual.events import Key, Paste

from freetext.cli.plain import plain_screen
from freetext.cli.screen import Face, ReviewApp, key_name
from freetext.cli.sitting import full_screen_possible
from freetext.review.views import Choice, View
from freetext.survey.codeframe import Theme

THEMES = (Theme("wait", 1, "Waiting times", "How long."), Theme("park", 2, "Parking"), Theme("rare", 3, "Rare"))
CHOICES = (Choice("wait", "Waiting times", "1"), Choice("park", "Parking", "2"), Choice("rare", "Rare parking"))
ASKED = View(
    "answer", "ana", id="1", question="q", title="What?", text="I waited.", choices=CHOICES, size=9, defined=THEMES
)
OPENS = {"/": "find", "c": "note", "f": "search", "d": "definition", "?": "help", "q": "leave"}


class Fake:
    """A small sitting: ticks, types, saves; it notes every key, and what it is told to say comes with the next tick."""

    def __init__(self, view=ASKED):
        self.seen = view
        self.keys = []
        self.news = []
        self.ticks = 0
        self.fault = None

    def view(self):
        """What there is to see."""
        return self.seen

    def tick(self):
        """Bring what is waiting."""
        self.ticks += 1
        if self.fault == "tick":
            raise RuntimeError("the lock is gone")
        if self.news:
            self.seen = replace(self.seen, message=self.news.pop())
            return True
        return False

    def press(self, key):
        """Take a key."""
        self.keys.append(key)
        if self.fault == key:
            raise RuntimeError("the disk is gone")
        if key == "ctrl+c" or (self.seen.phase == "leave" and key in {"q", "enter"}):
            if key == "ctrl+c" and self.seen.phase != "leave" and any(choice.ticked for choice in self.seen.choices):
                self.seen = replace(self.seen, phase="leave")
                return True
            return False
        self.seen = self._typed(key) if self.seen.phase in {"find", "note", "search"} else self._pressed(key)
        return True

    def _pressed(self, key):
        seen = replace(self.seen, message="")
        if seen.phase != "answer":
            return replace(seen, phase="answer")
        if key == "enter":
            bare = tuple(replace(choice, ticked=False) for choice in seen.choices)
            return replace(seen, id=str(int(seen.id) + 1), choices=bare, done=seen.done + 1, message="Saved.", note="")
        if key in OPENS:
            return replace(seen, phase=OPENS[key], typed=seen.note if key == "c" else "", found=())
        ticked = tuple(replace(choice, ticked=choice.ticked != (choice.key == key)) for choice in seen.choices)
        return replace(seen, choices=ticked)

    def _typed(self, key):
        seen = self.seen
        if key == "escape":
            return replace(seen, phase="answer")
        if key == "enter" and seen.phase == "search" and not seen.found:
            return replace(seen, found=("7", "8") if seen.typed == "nurse" else ())
        if key == "enter":
            chosen = seen.found[:1] if seen.phase == "find" else ()
            ticked = tuple(replace(choice, ticked=choice.ticked or choice.slug in chosen) for choice in seen.choices)
            note = seen.typed if seen.phase == "note" else seen.note
            return replace(
                seen, phase="answer", choices=ticked, note=note, id="7" if seen.phase == "search" else seen.id
            )
        typed = seen.typed[:-1] if key == "backspace" else seen.typed + {"space": " "}.get(key, key)
        found = [choice.slug for choice in seen.choices if typed.lower() in choice.name.lower()]
        return replace(seen, typed=typed, found=tuple(found) if seen.phase == "find" and typed else ())


def driven(sitting, *keys, size=(80, 24), then=None):
    """Drive the application with keys; returns it and what was on the screen at the end."""

    async def drive():
        app = ReviewApp(sitting)
        async with app.run_test(size=size) as pilot:
            await pilot.press(*keys)
            if then is not None:
                await then(app, pilot)
            await pilot.pause()
            shown = "" if app.left else app.query_one(Face).screen_now().text
        return app, shown

    return asyncio.run(drive())


def test_keys_reach_the_sitting_by_their_names_and_the_screen_follows():
    """Characters go as they are, other keys by name, none to Textual's own bindings; what comes of them is painted."""
    sitting = Fake()
    app, shown = driven(
        sitting, "1", "slash", "p", "space", "backspace", "tab", "enter", "ctrl+q", "ctrl+z", "ctrl+p", "A"
    )
    assert sitting.keys == ["1", "/", "p", "space", "backspace", "tab", "enter", "A"]
    assert not app.left
    assert "1 [x] Waiting times" in shown


def test_an_answer_full_of_markup_and_escapes_is_only_text():
    """Markup, ANSI and bidirectional characters are painted as text, and the review goes on."""
    hostile = "[/] [0] foo [bold red]x[/bold red] \x1b[31mred\x1b[0m \u202eevil \x9b2J [@click=app.quit]y[/] $primary"
    sitting = Fake(replace(ASKED, text=hostile, title=hostile, choices=(Choice("a", hostile, "1"),)))
    app, shown = driven(sitting, "1")
    assert app.fault is None
    assert "[/] [0] foo [bold red]x[/bold red] \ufffd[31mred" in shown
    assert sitting.seen.choices[0].ticked


def test_the_screen_is_what_textual_paints():
    """The strips that Textual gets are the drawn rows, in the window's size, also after it has changed."""

    async def check(app, pilot):
        for size in ((80, 24), (132, 40), (40, 15), (30, 8)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            face = app.query_one(Face)
            rows = [face.render_line(y) for y in range(size[1])]
            assert [strip.cell_length for strip in rows] == [size[0]] * size[1]
            assert "\n".join(strip.text for strip in rows) == face.screen_now().text

    app, _ = driven(Fake(replace(ASKED, text="資源 👍 [x] " * 60)), then=check)
    assert app.fault is None


def test_long_answers_scroll_without_troubling_the_sitting():
    """Scrolling keys move what is seen, stop at the ends, and begin anew with the next answer; where one types they choose."""
    sitting = Fake(replace(ASKED, text="\n".join(f"line {place}." for place in range(60))))
    _, shown = driven(sitting, "pagedown", "down", "end", "pagedown")
    assert (sitting.keys, "line 59." in shown) == ([], True)
    _, shown = driven(sitting, "end", "enter")
    assert (sitting.keys, "line 0." in shown) == (["enter"], True)
    _, shown = driven(sitting, "end", "slash", "down")
    assert (sitting.keys[1:], "line 0." in shown) == (["/", "down"], False)


def test_pasted_text_is_typed_where_one_types_and_ticks_nothing_elsewhere():
    """Pasting into a note writes it, without its line ends; pasting on an answer does nothing."""

    async def paste(app, pilot):
        app.post_message(Paste("12\nn"))
        await pilot.pause()
        await pilot.press("c")
        app.post_message(Paste("call\nWard 2\x1b"))
        await pilot.pause()
        await pilot.press("enter")

    sitting = Fake()
    driven(sitting, then=paste)
    assert not any(choice.ticked for choice in sitting.seen.choices)
    assert sitting.seen.note == "call Ward 2\ufffd"


def test_leaving_goes_through_the_sitting():
    """The keys q and ctrl+c are the sitting's to answer; where it says that the coder has left, the application ends."""
    sitting = Fake()
    app, shown = driven(sitting, "1", "ctrl+c")
    assert (app.left, "Ticks on this answer are not saved." in shown) == (False, True)
    app, _ = driven(sitting, "q")
    assert (app.left, app.fault) == (True, None)


@pytest.mark.parametrize("when", ["1", "tick"])
def test_a_fault_of_the_sitting_ends_the_review_and_is_kept(when):
    """What the sitting raises, by a key or beside it, is raised again once the terminal is given back."""
    sitting = Fake()
    sitting.fault = when

    async def wait(app, pilot):
        await pilot.press("1")
        await pilot.pause(0.6)

    app, _ = driven(sitting, then=wait)
    assert app.left
    assert isinstance(app.fault, RuntimeError)


def test_what_comes_beside_the_keys_is_painted():
    """A tick that brings something is seen without a key."""
    sitting = Fake()
    sitting.news = ["New answers are ranked."]

    async def wait(_app, pilot):
        await pilot.pause(0.7)

    assert "New answers are ranked." in driven(sitting, then=wait)[1]


@pytest.mark.parametrize(
    ("key", "character", "name"),
    [
        ("slash", "/", "/"),
        ("exclamation_mark", "!", "!"),
        ("ctrl+j", "\n", "enter"),
        ("ctrl+h", "\x08", "backspace"),
        ("alt+n", "n", ""),
        ("f1", None, ""),
        ("é", "é", "é"),
        ("pageup", None, "pageup"),
        ("space", " ", "space"),
    ],
)
def test_keys_have_one_name_each(key, character, name):
    """Whatever a terminal sends, a sitting hears a character or one of the names it knows."""
    assert key_name(Key(key, character)) == name


RUN = """
import sys
sys.path.insert(0, sys.argv[1])
from test_review_pilot import Fake
from freetext.cli.screen import full_screen
full_screen(Fake())
"""


@pytest.mark.parametrize(("told", "code"), [("SIGTERM", 143), ("SIGHUP", 129), ("", 0)])
def test_a_real_terminal_is_given_back(told, code):
    """Told to end, hung up or left with ctrl+c, the alternate screen is left, the cursor shown, and the exit code says which."""
    pty = pytest.importorskip("pty", reason="a pseudo-terminal of Unix")
    master, slave = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color"}
    command = [sys.executable, "-c", RUN, str(Path(__file__).parent)]
    process = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=environment)
    os.close(slave)
    seen = read_until(master, b"Waiting times")
    time.sleep(0.2)
    if told:
        process.send_signal(getattr(signal, told))
    else:
        os.write(master, b"\x03")
    seen += read_until(master, b"\x1b[?1004l")
    assert process.wait(10) == code
    os.close(master)
    assert seen.index(b"\x1b[?1049h") < seen.index(b"\x1b[?1049l") < seen.index(b"\x1b[?25h")
    assert b"\x1b[?1000h" not in seen, "the mouse is the terminal's own"


def read_until(descriptor, what, seconds=20):
    """Read what a terminal is told, until something is in it."""
    seen, last = b"", time.monotonic() + seconds
    while what not in seen and time.monotonic() < last:
        if select.select([descriptor], [], [], 0.1)[0]:
            seen += os.read(descriptor, 65536)
    return seen


def test_a_pipe_is_no_full_screen(monkeypatch):
    """Where input or output is no terminal, or the terminal is dumb, there is no full screen."""
    monkeypatch.setenv("TERM", "dumb")
    assert not full_screen_possible()


def said(sitting, typed, **options):
    """What the plain screen says to these lines, after its first words."""
    out = io.StringIO()
    plain_screen(sitting, io.StringIO(typed), out, **options)
    text = out.getvalue()
    assert "\x1b" not in text
    return text.split("? says the keys.\n", 1)[1]


def test_a_line_ticks_themes_and_an_empty_one_saves():
    """`12`, `1 2` and `1,2` tick; an empty line saves and the next answer is said."""
    sitting = Fake()
    shown = said(sitting, "12\n\n").split("\n")
    assert shown[0] == "Ticked: 1 Waiting times, 2 Parking."
    assert shown[1:-1] == ["This batch 1 of 9.", "Answer:", "I waited.", "Ticked: nothing.", "Saved."]
    assert sitting.keys == ["1", "2", "enter", "ctrl+c"]
    for line in ("1 2", "1,2", "1, 2"):
        sitting = Fake()
        said(sitting, line + "\n")
        assert sitting.keys[:2] == ["1", "2"]


def test_a_line_that_means_nothing_presses_nothing():
    """A line is taken whole or not at all, and what was not understood is said."""
    for line in ("1x", "9", "A", "\x1b[A", "dxy"):
        sitting = Fake()
        assert said(sitting, line + "\n").startswith("Not understood: ")
        assert sitting.keys == ["ctrl+c"]


def test_words_may_stand_for_keys():
    """Commands may be written out."""
    sitting = Fake()
    said(sitting, "none\nundo\nback\nskip\nsave\n")
    assert sitting.keys[:-1] == ["n", "u", "b", "s", "enter"]


def test_a_theme_is_found_by_a_piece_of_its_name():
    """`/res` ticks the only theme that is like it; of several the first is taken by an empty line, other letters look again."""
    assert "Ticked: 1 Waiting times." in said(Fake(), "/wait\n")
    assert "Themes with 'park' in their name: 2 Parking; Rare parking." in said(Fake(), "/park\n")
    assert "Ticked: 2 Parking." in said(Fake(), "/park\n\n")
    assert "Ticked: Rare parking." in said(Fake(), "/park\nrare\n")
    assert "Back to the answer." in said(Fake(), "/park\n-\n")
    assert "Themes: 1 Waiting times; 2 Parking." in said(Fake(), "/\n")


def test_answers_are_searched_and_notes_written_in_a_line():
    """`f words` looks and waits for the choice; `c text` writes a note in one line, or asks for it."""
    shown = said(Fake(), "f nurse\n\n")
    assert "Answers with 'nurse': 7; 8." in shown
    assert "Answer:\nI waited." in shown
    assert "Answers with 'zzz': none." in said(Fake(), "f zzz\n-\n")
    for typed in ("c ring 2\n", "c\nring 2\n", "c ring\nc ring 2\n"):
        sitting = Fake()
        assert "This answer: note: ring 2." in said(sitting, typed)


def test_definitions_and_help_are_read_and_left():
    """What is only read needs no key to leave it: the next line is for the answer again."""
    shown = said(Fake(), "d\n?\n1\n")
    assert "1 Waiting times: How long." in shown
    assert "u: undo, as far as you like." in shown
    assert "Ticked: 1 Waiting times." in shown.split("\n")
    assert said(Fake(), "d 1\n") == "1 Waiting times: How long.\n"
    assert said(Fake(), "d 9\n") == "No theme has the key 9.\n"


def test_a_key_that_changes_nothing_says_so():
    """Silence would leave a listener in doubt."""
    assert said(Fake(), "n\n") == "Nothing has changed.\n"


def test_the_end_of_the_input_leaves_without_saving():
    """Ticks that were not saved are not saved by a pipe that ends, and the sitting is told that the coder leaves."""
    sitting = Fake()
    said(sitting, "1")
    assert sitting.keys == ["1", "ctrl+c", "ctrl+c"]


def test_leaving_is_asked_and_answered_in_lines():
    """The key q asks where ticks are not saved: a minus stays, q leaves."""
    sitting = Fake()
    shown = said(sitting, "1\nq\n-\nq\nq\n2\n")
    assert shown.count("Ticks on this answer are not saved.") == 2
    assert sitting.keys == ["1", "q", "escape", "q", "q"]


class Slow(io.StringIO):
    """Lines that come a while after they are asked for."""

    def readline(self, *_):
        """Wait, as for a person."""
        time.sleep(0.3)
        return super().readline()


def test_what_comes_beside_the_lines_is_said_while_one_waits():
    """The sitting is looked after while a line is awaited, only what is new is said, and no thread is left behind."""
    sitting, out = Fake(), io.StringIO()
    sitting.news = ["New answers are ranked."]
    plain_screen(sitting, Slow("1\n"), out, tick=0.02)
    shown = out.getvalue().split("? says the keys.\n")[1].split("\n")
    assert shown[:2] == ["New answers are ranked.", "Ticked: 1 Waiting times."]
    assert sitting.ticks > 3
    assert not any(thread.name == "looking-about" for thread in threading.enumerate())


def test_a_fault_beside_the_lines_is_raised():
    """What goes wrong while a line is awaited is raised with it."""
    sitting = Fake()
    sitting.fault = "tick"
    with pytest.raises(RuntimeError, match="lock"):
        plain_screen(sitting, Slow("1\n"), io.StringIO(), tick=0.02)


def test_a_narrow_output_gets_stand_ins():
    """What the output's encoding lacks is replaced, and nothing fails."""
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii")
    plain_screen(Fake(replace(ASKED, text="資源 £12 …")), io.StringIO(""), out)
    out.flush()
    assert b"???? ?12 ~" in raw.getvalue()
