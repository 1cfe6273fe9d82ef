"""An invented survey of two waves that one person coded; today's coders mean more by one theme than they did then."""

from __future__ import annotations

import csv
import random
from pathlib import Path

from freetext.files.labelling.labels import append_labels, text_hash
from freetext.files.labelling.log_folders import bridge_folder
from freetext.files.project.settings import read_settings
from freetext.survey.labels import Label

KEY = "two waves"
MONEY = ("the fees are high", "too costly for us", "we cannot pay", "parking is dear")
STAFF = ("the staff were kind", "lovely nurses", "the team helped")
SETTINGS = f"""format = 1
[survey]
name = "visits"
file = "two.csv"
earlier = ["one.csv"]
id = "id"
codeframe = "codeframe.toml"
banners = ["region"]
key = "{KEY}"
[[question]]
name = "say"
kind = "open"
column = "say"
"""
FRAME = """format = 1
name = "visits"
[[theme]]
slug = "money"
name = "Money"
number = 1
[[theme]]
slug = "staff"
name = "Staff"
number = 2
"""


def write_waves(folder: Path, size: int = 80) -> None:
    """Write the project: both files of answers, and what ada decided on each."""
    folder.mkdir()
    (folder / "freetext.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "codeframe.toml").write_text(FRAME, encoding="utf-8")
    dice = random.Random(5)
    for name, share, known in (("one", 0.4, MONEY[:3]), ("two", 0.6, MONEY)):
        rows = [(f"{name}{place}", _said(dice, share), dice.choice(["north", "south"])) for place in range(size)]
        with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as out:
            csv.writer(out).writerows([("id", "say", "region"), *rows])
        labels = [label(each, text, themes_of(text, known), time="2024-05-01T10:00:00Z") for each, text, _ in rows]
        append_labels(folder / "data" / "annotated", labels)


def _said(dice: random.Random, share: float) -> str:
    parts = [dice.choice(MONEY)] * (dice.random() < share) + [dice.choice(STAFF)] * (dice.random() < 0.5)
    return ", ".join(parts) or "nothing"


def themes_of(text: str, money: tuple[str, ...] = MONEY) -> tuple[str, ...]:
    """What a coder gives a text who means these phrases by money."""
    given = (("money", money), ("staff", STAFF))
    return tuple(slug for slug, phrases in given if any(phrase in text for phrase in phrases))


def label(id: str, text: str, themes: tuple[str, ...], *, coder: str = "ada", time: str = "") -> Label:
    """One decision on a text."""
    return Label(id, "say", themes, coder, time, "audit", text_hash(KEY, text))


def answers_of(folder: Path, name: str = "one") -> dict[str, str]:
    """The texts of a wave, by id."""
    with (folder / f"{name}.csv").open(newline="", encoding="utf-8") as lines:
        return {row["id"]: row["say"] for row in csv.DictReader(lines)}


def code_again(folder: Path, ids: list[str], *, coder: str = "bob", money: tuple[str, ...] = MONEY) -> None:
    """Write what somebody decided in the bridge to the first wave."""
    texts, project = answers_of(folder), read_settings(folder)
    labels = [
        label(each, texts[each], themes_of(texts[each], money), coder=coder, time="2025-05-01T10:00:00Z")
        for each in ids
    ]
    append_labels(bridge_folder(project, "one.csv"), labels)


def write_coded(folder: Path) -> tuple[Path, Path]:
    """Write both coded files as people coded them whole, their codes as ada gave them."""
    (folder / "output").mkdir(exist_ok=True)
    found = []
    for name, money in (("one", MONEY[:3]), ("two", MONEY)):
        path = folder / "output" / f"{name}-coded.csv"
        with (folder / f"{name}.csv").open(newline="", encoding="utf-8") as lines:
            rows = list(csv.DictReader(lines))
        with path.open("w", newline="", encoding="utf-8") as out:
            writer = csv.writer(out)
            writer.writerow(["id", "say", "region", "freetext_themes:say", "freetext_source:say"])
            for row in rows:
                given = themes_of(row["say"], money)
                source = ";".join(f"{slug}=human" for slug in given) or "human"
                writer.writerow([row["id"], row["say"], row["region"], ";".join(given), source])
        found.append(path)
    return found[0], found[1]
