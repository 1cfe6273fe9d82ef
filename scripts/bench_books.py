"""Codebooks of the benches' surveys as codeframes; what would tell a test answer's codes is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from bench_data import Rows, read
from freetext.survey.codeframe import Codeframe, Theme, codeframe_of

QUOTED = re.compile(r"(?:^|(?<=[\s,:;]))[‘'\"“](.+?)[’'\"”](?=[\s,.;]|$)")  # noqa: RUF001
TELLING = 4
"""Words from which on an example that stands within an answer, or the other way round, is taken from it."""


def bare(labels: Sequence[str]) -> Codeframe:
    """Make a codeframe of names alone."""
    return codeframe_of(labels)


def without_definitions(frame: Codeframe) -> Codeframe:
    """Leave nothing of a codeframe but the names."""
    return replace(frame, themes=tuple(Theme(each.slug, each.number, each.name) for each in frame.themes))


def without_names(frame: Codeframe) -> Codeframe:
    """Leave codes that say nothing: c1, c2 and so on."""
    return replace(
        frame, themes=tuple(Theme(f"c{each.number}", each.number, f"c{each.number}") for each in frame.themes)
    )


def nhs_book(path: Path, labels: Sequence[str], answers: Rows) -> Codeframe:
    """Make the codeframe of the health-service feedback: names, definitions where there are any, examples that no answer is."""
    said = {row["label"]: row for row in read(path)}
    texts = [folded(row["text"]) for row in answers]
    return _defined(
        labels,
        [said.get(label, {}).get("definition_v7", "") for label in labels],
        [unseen(QUOTED.findall(said.get(label, {}).get("examples_v7", "")), texts) for label in labels],
    )


def anes_book(path: Path, labels: Sequence[str]) -> Codeframe:
    """Make a codeframe of an election study's master codes; two have no definition."""
    said = {row["label"]: row["definition"] for row in read(path)}
    told = ["" if said[label].startswith("(no definition") else said[label] for label in labels]
    return _defined(labels, told, [()] * len(labels))


def _defined(labels: Sequence[str], definitions: Sequence[str], examples: Sequence[tuple[str, ...]]) -> Codeframe:
    frame = bare(labels)
    told = zip(frame.themes, definitions, examples, strict=True)
    return replace(frame, themes=tuple(replace(theme, definition=said, examples=shown) for theme, said, shown in told))


def unseen(examples: Iterable[str], texts: Sequence[str]) -> tuple[str, ...]:
    """Leave out examples that are an answer, stand in one, or hold one; `texts` are folded."""
    whole, short = set(texts), f" {' | '.join(texts)} "
    long = [text for text in texts if text.count(" ") >= TELLING - 1]

    def stands(example: str) -> bool:
        words = folded(example)
        within = words.count(" ") >= TELLING - 1 and f" {words} " in short
        return words in whole or within or any(f" {text} " in f" {words} " for text in long)

    return tuple(each for each in examples if not stands(each))


def folded(text: str) -> str:
    """Make words alike that differ in case and marks only."""
    return " ".join(re.findall(r"\w+", text.lower()))
