"""What a screen asks of a review: views out, keys in; and whether the terminal can hold a full screen."""

from __future__ import annotations

import os
import sys
from typing import Protocol

from freetext.review.views import View


class Sitting(Protocol):
    """A coder at work. Calls come one at a time, but not always from one thread.

    A key is a character as it is typed ("1", "A", "n", "/"), or one of "enter", "escape", "backspace", "space", "tab", "up",
    "down", "left", "right", "pageup", "pagedown", "home", "end", "ctrl+c". In find and search "up", "down" and "tab" turn what was
    found; "enter" in search looks first, then goes to the first that was found. The full screen scrolls by itself, for it alone
    knows how long its pages are: it sends no scrolling key but those.
    """

    def view(self) -> View:
        """What there is to see."""
        ...

    def press(self, key: str) -> bool:
        """Take a key; False when the coder has left."""
        ...

    def tick(self) -> bool:
        """Look after what goes on beside the keys, twice a second; say whether anything to be seen has changed."""
        ...


def full_screen_possible() -> bool:
    """Whether all that a full screen reads and writes is a terminal that can move its cursor."""
    streams = (sys.__stdin__, sys.__stdout__, sys.__stderr__)
    terminal = all(stream is not None and not stream.closed and stream.isatty() for stream in streams)
    return terminal and os.environ.get("TERM", "") != "dumb"
