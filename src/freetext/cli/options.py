"""The options that commands share."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Concatenate, Literal, ParamSpec

import typer

from freetext.cli.run import Run
from freetext.files.tabular.dialects import Platform

SURVEY = "The file's columns"
HOUSE = "Everywhere"


def output(help: str, *, metavar: str = "OUT") -> Any:
    """Where a command writes to: `--output`, `-o`."""
    return typer.Option("--output", "-o", metavar=metavar, help=help)


def file(help: str, *, metavar: str = "FILE") -> Any:
    """The file that a command reads."""
    return typer.Argument(metavar=metavar, help=help)


def column(help: str, *names: str, panel: str | None = SURVEY) -> Any:
    """A column of the file; `names` of the option where its parameter is called otherwise."""
    return typer.Option(*names, metavar="COL", rich_help_panel=panel, help=help)


Id = Annotated[str, column("Column that names the answer. Default: the row number.")]
Respondent = Annotated[
    str, column("Column that names the person; one person's answers are never parted. Default: --id.")
]
Question = Annotated[str, column("Column that says what was asked, in a file with one answer a row.")]
Texts = Annotated[list[str], column("Column of verbatims; repeat it for a file with one column a question.", "--text")]
Text = Annotated[str, column("Column of verbatims: tells the blank answers.")]
Labels = Annotated[
    list[str],
    column(
        "Column of labels, `a;b;c` of slugs, names or numbers; repeat it for columns of ticks (0/1, true/false, yes/no, x), for code columns, or one for each --text.",
        "--labels",
    ),
]
Themes = Annotated[
    list[str],
    column("Column of codes, `a;b;c`; repeat it for several questions. Default: freetext_themes.", "--themes"),
]
Weight = Annotated[str, column("Column of weights. Default: the project's.")]
BlankLabels = Annotated[
    Literal["none", "unlabelled"],
    typer.Option(help="What a blank label cell means: coded with no theme, or not coded yet."),
]
CodeframeFile = Annotated[
    Path | None, typer.Option("--codeframe", metavar="FILE", help="The codeframe. Default: the themes found.")
]

Where = Annotated[
    list[str],
    typer.Option(
        "--where",
        metavar="CONDITION",
        help="Only rows that meet it: `type = charity`, `type != charity`, `age >= 30`, `age =` for blank; a bar parts values of which one is enough. Repeat it: all must hold.",
    ),
]

QuestionNames = Annotated[
    list[str], typer.Option("--question", metavar="NAME", help="Only answers to this question; repeat it.")
]

Vectors = Annotated[
    str,
    typer.Option(
        "--vectors",
        metavar="NAME|FOLDER",
        help="Static vectors that the model is learnt with: `wordllama`, a folder of them, a spaCy pipeline, or `none`. Default: the project's, else none.",
    ),
]

Project = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        rich_help_panel=HOUSE,
        help="The survey's folder, which holds freetext.toml. Default: the current one, if it does.",
    ),
]
SheetName = Annotated[
    str | None,
    typer.Option("--sheet", metavar="NAME", rich_help_panel=HOUSE, help="Sheet of a workbook. Default: the first."),
]
Encoding = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        rich_help_panel=HOUSE,
        help="Encoding of a text file, such as cp1252. Default: utf-8, or what its mark says.",
    ),
]
Delimiter = Annotated[
    str | None,
    typer.Option(
        metavar="C",
        rich_help_panel=HOUSE,
        help="What separates the cells of a text file; `tab` for a tab. Default: found.",
    ),
]
DialectName = Annotated[
    Platform | None,
    typer.Option(
        "--dialect",
        rich_help_panel=HOUSE,
        help="Survey platform that exported the file; `plain` reads it as it stands. Default: found.",
    ),
]
Force = Annotated[bool, typer.Option("--force", rich_help_panel=HOUSE, help="Replace what is there.")]
Quiet = Annotated[bool, typer.Option("--quiet", rich_help_panel=HOUSE, help="Say only what went wrong.")]
DryRun = Annotated[
    bool, typer.Option("--dry-run", rich_help_panel=HOUSE, help="Read and check everything, write nothing.")
]

SHARED: dict[str, tuple[Any, Any]] = {
    "project": (Project, None),
    "sheet": (SheetName, None),
    "encoding": (Encoding, None),
    "delimiter": (Delimiter, None),
    "dialect": (DialectName, None),
    "force": (Force, False),
    "quiet": (Quiet, False),
    "dry_run": (DryRun, False),
}
"""The options that every command takes, and their defaults."""

Own = ParamSpec("Own")


def everywhere(command: Callable[Concatenate[Run, Own], None]) -> Callable[..., None]:
    """Give a command the options that all have; they reach it as a Run, its first argument."""

    def face(**given: Any) -> None:
        shared = {name: given.pop(name) for name in SHARED}
        command(Run(shared.pop("project"), **shared), **given)  # type: ignore[call-arg]

    own = list(inspect.signature(command, eval_str=True).parameters.values())[1:]
    added = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
        for name, (kind, default) in SHARED.items()
    ]
    face.__name__, face.__doc__ = command.__name__, command.__doc__
    face.__signature__ = inspect.Signature([*own, *added])  # type: ignore[attr-defined]
    face.__annotations__ = {each.name: each.annotation for each in (*own, *added)}
    return face


def help_if_alone(context: typer.Context) -> None:
    """Show what commands there are when none was named; that is no command done."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(2)
