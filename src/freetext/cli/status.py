"""`freetext status`: where this survey stands, and what to do next."""

from __future__ import annotations

from typing import Annotated

import typer

from freetext.cli.run import Run, colourful, show, width
from freetext.errors import UsageError


def status(run: Run, *, json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False) -> None:
    """Say in ten lines where this survey stands, and what to do next."""
    from freetext.files.project.progress import progress_of
    from freetext.show.status import status_json, status_text

    if run.project is None:
        raise UsageError("no freetext.toml here. Name the survey's folder with --project; `freetext init` makes one.")
    now = progress_of(run.project)
    show((status_json(now) if json else status_text(now, width=width(), colour=colourful())).rstrip("\n"))
