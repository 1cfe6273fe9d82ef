"""Codeframes that answers are learnt or coded with: read, and said what was made or left out of one that is no TOML."""

from __future__ import annotations

from pathlib import Path

from freetext.cli.run import Run
from freetext.survey.codeframe import Codeframe


def codeframe_told(run: Run, path: Path, shown: str = "") -> Codeframe:
    """Read a codeframe and say what people should know of how it was read, as `codeframe check` does; `shown` is what it is called."""
    from freetext.files.project.codeframe_forms import read_form
    from freetext.show.screens import safe

    form = read_form(path)
    run.say_all(safe(f"{shown or path}: {each}") for each in form.said)
    return form.codeframe
