"""The phases in which letters are typed: a theme is found, a note written, an answer looked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from freetext.review.draft import themes_like, toggled
from freetext.review.items import Item
from freetext.review.state import Move, State
from freetext.survey.labels import Key

LONGEST = 2000
"""Characters of a note."""


class Typing:
    """Keys where they are letters; `seek` finds the answers that hold a text."""

    def __init__(self, seek: Callable[[str], Sequence[Key]]) -> None:
        """Remember where to look."""
        self._seek = seek
        self._sought: tuple[str, tuple[Key, ...]] | None = None

    def found(self, typed: str) -> tuple[Key, ...]:
        """The answers found for what is typed; empty before Enter has looked for it."""
        return self._sought[1] if self._sought and self._sought[0] == typed else ()

    def move(self, state: State, key: str, item: Item | None) -> Move:
        """Say what a key does; a state with another draft has changed the decision."""
        if key == "escape" or item is None:
            return Move(_back(state))
        if key == "enter":
            return self._entered(state, item)
        if key in {"down", "tab", "up"}:
            return Move(replace(state, turned=state.turned + (-1 if key == "up" else 1)))
        return Move(_typed(state, key))

    def _entered(self, state: State, item: Item) -> Move:
        if state.phase == "note":
            note = " ".join(state.typed.split())
            return Move(_back(replace(state, draft=replace(state.draft, note=note))))
        if state.phase == "search":
            return self._looked_for(state, item)
        themes = themes_like(state.typed, item.codeframe)
        if not themes:
            return Move(replace(state, message=f"No theme like {state.typed!r}."))
        meant = themes[state.turned % len(themes)]
        return Move(_back(replace(state, draft=toggled(state.draft, meant.slug, item.codeframe, one=item.one))))

    def _looked_for(self, state: State, item: Item) -> Move:
        """Look first; where that was done, go to the answer that is meant."""
        if not state.typed.strip():
            return Move(_back(state))
        if self._sought is None or self._sought[0] != state.typed:
            there = tuple(key for key in self._seek(state.typed) if key != item.key)
            self._sought = (state.typed, there)
            said = f"{len(there):,} other answers here hold that." if there else "No other answer here holds that."
            return Move(replace(state, turned=0, message=said))
        there = self._sought[1]
        if not there:
            return Move(replace(state, message="No other answer here holds that."))
        return Move(_back(state), insert=there[state.turned % len(there)])


def _back(state: State) -> State:
    return replace(state, phase="answer", typed="", turned=0)


def _typed(state: State, key: str) -> State:
    if key == "backspace":
        return replace(state, typed=state.typed[:-1], turned=0)
    letter = " " if key == "space" else key
    if len(letter) != 1 or not letter.isprintable() or len(state.typed) >= LONGEST:
        return state
    return replace(state, typed=state.typed + letter, turned=0)
