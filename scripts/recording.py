"""Write the screens of docs/review.md from a scripted review of the demo's later wave; a test compares them.

python scripts/recording.py
"""

from __future__ import annotations

import itertools
import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from freetext.files.coding.answers import answers_in
from freetext.files.project.demo import write_demo
from freetext.files.project.settings import read_settings
from freetext.files.tabular.tables import read_table
from freetext.interfaces.desk import Clock, Desk
from freetext.interfaces.preparing import prepare
from freetext.interfaces.reviewed import Reviewed, reviewed
from freetext.interfaces.wishes import Wishes
from freetext.show.review_screen import draw

PAGE = Path(__file__).resolve().parents[1] / "docs" / "review.md"
SCREEN = re.compile(r"(<!-- screen: ([a-z-]+) -->\n```text\n).*?(```\n)", re.DOTALL)
WIDE, HIGH = 80, 24
FEWEST = 3
"""Answers that the screens between take."""


def survey_in(folder: Path) -> Reviewed:
    """Read the later wave of the demo as a review does."""
    project = read_settings(folder)
    project = replace(project, questionnaire=replace(project.questionnaire, banners=()))
    plan = project.questionnaire
    names = {each.columns[0]: each.name for each in plan.coded}
    table = read_table(folder / "wave2.csv")
    return reviewed(answers_in(table, text=tuple(names), id=plan.id, names=names), project, ["covid_effect"])


def recorded() -> dict[str, str]:
    """Review a little, and return the screens by name."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_demo(folder)
        survey = survey_in(folder)
        prepare(survey)
        return dict(screens(survey))


def screens(survey: Reviewed) -> Iterator[tuple[str, str]]:
    """Walk through a batch, and yield what is worth seeing."""
    seconds = itertools.count(step=7)
    clock = Clock(lambda: "2026-01-05T09:00:00Z", lambda: float(next(seconds)))
    wishes = Wishes("cleo", batch=16, target=0.2, strategy="tally-variance")
    desk = Desk(survey, wishes, clock=clock)
    seen: set[str] = set()
    while desk.view().phase == "answer":
        view = desk.view()
        kind = "blind" if view.lit is None else "queue"
        if kind not in seen:
            seen.add(kind)
            yield kind, drawn(desk)
            if kind == "blind":
                yield from typed(desk)
            else:
                desk.press("5")
                yield "ticked", drawn(desk)
                desk.press("5")
        for key in ("5", "enter"):
            desk.press(key)
    yield "summary", drawn(desk)
    desk.press("?")
    yield "help", drawn(desk)


def typed(desk: Desk) -> Iterator[tuple[str, str]]:
    """A theme is looked for, its definition read."""
    for key in "/evi":
        desk.press(key)
    yield "find", drawn(desk)
    desk.press("escape")
    desk.press("d")
    yield "definition", drawn(desk)
    desk.press("escape")


def drawn(desk: Desk) -> str:
    """The screen as plain text."""
    rows = ("".join(text for text, _ in row).rstrip() for row in draw(desk.view(), WIDE, HIGH).rows)
    return "\n".join(rows).rstrip() + "\n"


def page(text: str) -> str:
    """The page with its screens drawn anew."""
    shown = recorded()
    return SCREEN.sub(lambda found: f"{found[1]}{shown[found[2]]}{found[3]}", text)


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
