"""Codeframes of several questions under one roof: each once, and those of one name told apart by their question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from freetext.survey.codeframe import Codeframe


@dataclass(frozen=True, slots=True)
class Scoped:
    """A codeframe, and the question that tells it from another of its name; empty where it is the first of that name."""

    codeframe: Codeframe
    question: str = ""


def scoped(asked: Iterable[tuple[str, Codeframe]]) -> list[Scoped]:
    """Give the codeframe of each (question, codeframe), in order; codeframes that are equal are one."""
    kept: dict[str, list[Scoped]] = {}
    given: list[Scoped] = []
    for question, frame in asked:
        alike = kept.setdefault(frame.name, [])
        same = next((each for each in alike if each.codeframe == frame), None)
        if same is None:
            same = Scoped(frame, question if alike else "")
            alike.append(same)
        given.append(same)
    return given
