"""The demo survey as a Surveyed, and small questions to order."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from freetext.files.project.codeframes import parse_codeframe
from freetext.files.project.demo import demo_texts
from freetext.reports.surveyed import Asked, Coding, Surveyed, Told
from freetext.survey.codeframe import Codeframe, codeframe_of
from freetext.survey.codings import Source
from freetext.survey.questionnaire import Move
from freetext.survey.responses import Banner, Responses
from freetext.tallies.backcode import apply_moves
from freetext.tallies.banners import banner_of
from freetext.tallies.conventions import Conventions
from freetext.tallies.crosstab import tally
from freetext.tallies.options import closed_responses, multi_responses
from freetext.tallies.ranks import ranking_responses
from freetext.tallies.sums import sums_of

BARRIERS = ("resource", "risk-aversion", "capability", "culture", "none named")
ENCOURAGED = ("seed funding", "joining with others", "evidence of efficacy", "extra staff", "Other")
ISSUES = ("adolescent mental health", "placement sufficiency", "adolescent safeguarding", "youth crime", "placement stability")  # fmt: skip
TYPES = ("local authority", "charity", "IFA", "VAA", "other")
OPEN = {"barrier_why": "What is the greatest barrier to innovation, and why?", "covid_effect": "What effect has Covid had?", "anything_else": "Is there anything else?"}  # fmt: skip


def asked_of(responses: Responses, banners: Sequence[Banner] = (), *, told: Told | None = None, **other: Any) -> Asked:
    """Tally a question as a whole and by each banner that is not the question itself."""
    by = [None, *(each for each in banners if each.name != responses.question)]
    kept = {key: other.pop(key) for key in ("moves", "waves") if key in other}
    tables = tuple(tally(responses, banner=each, **other) for each in by)
    weights = other.get("weights")
    return Asked(responses, tables, sums_of(responses, weights=weights), told, **kept)


def opened(name: str, frame: Codeframe, texts: Sequence[str], given: np.ndarray, *, source: int = Source.HUMAN, title: str = "") -> Responses:  # fmt: skip
    """Make an open question's responses: who holds what, and who decided so."""
    n = len(texts)
    answered = np.array([bool(text) for text in texts])
    sources = np.full(given.shape, source, dtype=np.uint8)
    return Responses(name, "open", frame, given, sources, np.ones(n, dtype=np.bool_), answered, title)


def told_of(texts: Sequence[str], *, who: str = "ada", flagged: Sequence[int] = ()) -> Told:
    """Make the verbatims of a question, with these places flagged."""
    flags = np.zeros(len(texts), dtype=np.bool_)
    flags[list(flagged)] = True
    return Told(tuple(f"R{place:03}" for place in range(len(texts))), tuple(texts), (who,) * len(texts), flags)


def closed_of(counts: dict[str, int], name: str = "barrier", title: str = "") -> Responses:
    """Make a closed question out of counts."""
    said = [option for option, count in counts.items() for _ in range(count)]
    return closed_responses(name, said, options=tuple(counts), title=title)


@pytest.fixture(scope="session")
def asked() -> Callable[..., Asked]:
    """Make an Asked of responses."""
    return asked_of


@pytest.fixture(scope="session")
def closed() -> Callable[..., Responses]:
    """Make a closed question of counts."""
    return closed_of


@pytest.fixture(scope="session")
def coded() -> Callable[..., Responses]:
    """Make an open question's responses."""
    return opened


@pytest.fixture(scope="session")
def told() -> Callable[..., Told]:
    """Make the verbatims of a question."""
    return told_of


@pytest.fixture(scope="session")
def frame() -> Codeframe:
    """Three themes."""
    return codeframe_of(("Money", "Staff", "Parking"), name="visit")


@pytest.fixture(scope="session")
def demo() -> Surveyed:
    """The demo survey, coded by one of its coders."""
    texts = demo_texts()
    rows = list(csv.DictReader(texts["survey.csv"].splitlines()))
    column = {name: [row[name] for row in rows] for name in rows[0]}
    by = banner_of("type", column["type"], options=TYPES)
    questions = [asked_of(each, (by,)) for each in _closed(column, texts)]
    frame = parse_codeframe(texts["codeframe.toml"])
    codes = _codes(texts["data/annotated/ada.jsonl"])
    for name, title in OPEN.items():
        given = np.array([[slug in codes.get((who, name), ()) for slug in frame.slugs] for who in column["id"]])
        responses = opened(name, frame, column[name], given, title=title)
        questions.append(asked_of(responses, (by,), told=replace(told_of(column[name]), ids=tuple(column["id"]))))
    return Surveyed(
        "Innovation in children's services",
        tuple(questions),
        banners=(by,),
        beside=(("barrier_why", "barrier"),),
        coding=Coding(coders=("ada",), codeframe="innovation 7399a259", version="0.0.1"),
    )


def _closed(column: dict[str, list[str]], texts: dict[str, str]) -> list[Responses]:
    moves = [
        Move(row["question"], row["id"], row["from"], row["to"], row.get("reason", ""))
        for row in csv.DictReader(texts["moves.csv"].splitlines())
    ]
    encourage = apply_moves(column["encourage"], column["id"], [each for each in moves if each.question == "encourage"])
    nets = (("resource or risk aversion", ("resource", "risk-aversion")),)
    ranks = {name: column[f"rank_{name.replace(' ', '_')}"] for name in ISSUES}
    barrier = "What is the greatest barrier to innovation?"
    game = "Do you invest in game-changing innovation?"
    return [
        closed_responses("type", column["type"], options=TYPES, title="Type of organisation"),
        closed_responses("barrier", column["barrier"], options=BARRIERS, nets=nets, reserved=(("none named", "none"),), title=barrier),
        multi_responses("levels", column["levels"], options=("incremental", "game-changing")),
        closed_responses("game_changing", column["game_changing"], options=("yes", "no"), title=game),
        closed_responses("encourage", encourage.values, options=ENCOURAGED),
        ranking_responses("issues", ranks, title="Rank the big issues of the coming year"),
    ]  # fmt: skip


def _codes(log: str) -> dict[tuple[str, str], tuple[str, ...]]:
    lines = [json.loads(line) for line in log.splitlines()]
    return {(line["id"], line["question"]): tuple(line["themes"]) for line in lines}


@pytest.fixture(scope="session")
def protecting() -> Callable[[Surveyed, Any], Surveyed]:
    """Say that a survey is under a disclosure profile."""

    def protecting(surveyed: Surveyed, profile: Any) -> Surveyed:
        return replace(surveyed, conventions=Conventions(disclosure=profile))

    return protecting
