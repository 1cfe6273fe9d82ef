"""A small survey with a model of two themes: six answers, five of them labelled."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

SETTINGS = """\
format = 1
[survey]
file = "survey.csv"
id = "id"
codeframe = "frame.toml"
key = "k"
[[question]]
name = "why"
kind = "open"
column = "why"
"""
OF_RESPONDENTS = SETTINGS.replace('id = "id"\n', 'id = "id"\nrespondent = "who"\n')
"""The same with a column of respondents."""
FRAME = 'name = "frame"\n[[theme]]\nslug = "money"\n[[theme]]\nslug = "staff"\n[[theme]]\nslug = "other"\n'
SAID = (
    "we need more money",
    "the staff were kind",
    "money for the staff",
    "",
    "funding money is short",
    "kind staff here",
)


def log(project: Path, answer: str, themes: Sequence[str], coder: str = "ada", **more: object) -> None:
    """Append a decision to a coder's log."""
    folder = project / "data" / "annotated"
    folder.mkdir(parents=True, exist_ok=True)
    values = {"id": answer, "question": "why", "themes": themes, "coder": coder, "time": "", "source": "import"}
    with (folder / f"{coder}.jsonl").open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(values | more) + "\n")


def learn(folder: Path, rows: Sequence[Sequence[str]], freetext: Callable[..., Any], settings: str = SETTINGS) -> None:
    """Make the survey there: rows begin with an id and end with the verbatim, themes are the words that it holds."""
    (folder / "freetext.toml").write_text(settings)
    (folder / "frame.toml").write_text(FRAME)
    for row in rows:
        if row[-1]:
            log(folder, row[0], [theme for theme in ("money", "staff") if theme in row[-1]])
    done = freetext("train", cwd=folder)
    assert done.code == 0, done.err
