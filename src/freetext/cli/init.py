"""`freetext init`: a survey folder that explains itself."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from freetext.cli.run import Run, show
from freetext.files.tabular.dialects import Dialect


def init(
    run: Run,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder; made when it is not there.")],
    *,
    from_: Annotated[
        str,
        typer.Option(
            "--from", metavar="FILE", help="The survey's file: its header and cells tell which column is what."
        ),
    ] = "",
    keep: Annotated[
        list[str],
        typer.Option(
            metavar="COL",
            help="A column that is not dropped though it tells who somebody is; `previews` keeps the rows that were answered in a survey platform's preview. Repeat it.",
        ),
    ] = [],  # noqa: B006
) -> None:
    """Make a survey folder: freetext.toml with every line explained, a codeframe to fill in, a place for labels."""
    from freetext.files.project.starter import PREVIEWS, kept_key, plan_project, write_project

    table = run.table(from_, dialect=_dialect(run, previews=PREVIEWS in keep)) if from_ else None
    for column in keep:
        if table is not None and column != PREVIEWS:
            table.place(column, option="--keep")
    seen = _seen_from(folder, from_) if from_ else None
    key = kept_key(folder) if run.force else None
    texts = plan_project(table, name=folder.resolve().name, file=seen, key=key, encoding=run.encoding, keep=keep)
    if run.dry_run:
        show(texts["freetext.toml"])
        run.say(f"dry run: nothing is written to {folder}")
        return
    run.say_all(str(path) for path in write_project(folder, texts, force=run.force))
    run.say(f"Next: look through {folder / 'freetext.toml'}, and write the themes into {folder / 'codeframe.toml'}.")


def _dialect(run: Run, *, previews: bool) -> Dialect:
    """What is asked for; the settings of another project in the current folder say nothing about a new one."""
    return Dialect(run.dialect or "", previews=previews, asked=bool(run.dialect))


def _seen_from(folder: Path, file: str) -> str:
    """Write a file's path as seen from the folder; as it is where there is no way (another drive)."""
    try:
        return Path(os.path.relpath(file, folder)).as_posix()
    except ValueError:
        return Path(file).resolve().as_posix()
