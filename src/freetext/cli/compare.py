"""`freetext compare`: whether the next wave has changed, and how much of the change is the coding."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from freetext.cli import options
from freetext.cli.run import Run, colourful, show, width
from freetext.errors import NegativeAnswer, UsageError, counted

if TYPE_CHECKING:
    from freetext.files.tabular.tables import Table
    from freetext.interfaces.sources import Source
    from freetext.survey.codeframe import Codeframe
    from freetext.tallies.compared import Compared

ENDINGS = (".xlsx", ".csv", ".json", ".md", ".txt")
CODED = "Where the codes are"

Old = Annotated[
    str | None, options.file("The wave before, coded or not. Default: the project's last earlier wave.", metavar="OLD")
]
New = Annotated[
    str | None, options.file("The wave of now, coded or not. Default: the project's present wave.", metavar="NEW")
]
By = Annotated[
    list[str],
    options.column(
        "Closed column by which changes are told too, and whose answers are compared; repeat it. Default: the project's banners.",
        "--by",
        panel=None,
    ),
]
OldCoded = Annotated[
    Path | None,
    typer.Option(
        "--old-coded",
        metavar="CODED",
        rich_help_panel=CODED,
        help="Coded file of OLD. Default: OLD where it is coded, else the project's.",
    ),
]
NewCoded = Annotated[
    Path | None,
    typer.Option(
        "--new-coded",
        metavar="CODED",
        rich_help_panel=CODED,
        help="Coded file of NEW. Default: NEW where it is coded, else the project's.",
    ),
]
CodeframeFile = Annotated[
    Path | None,
    typer.Option(
        "--codeframe",
        metavar="FILE",
        rich_help_panel=CODED,
        help="Today's codeframe. Default: the project's, else the themes found.",
    ),
]
OldFrame = Annotated[
    Path | None,
    typer.Option(
        "--old-codeframe",
        metavar="FILE",
        rich_help_panel=CODED,
        help="The codeframe that OLD was coded with. Default: by the models that coded it and the codeframe's own log.",
    ),
]
ModelFolder = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        rich_help_panel=CODED,
        help="Model that codes both waves in memory, to look at what it makes of them: models/NAME, or one version.",
    ),
]
AgainFolder = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        rich_help_panel=CODED,
        help="Model of NEW that codes all of OLD again in memory: changes of codes as they stand are split into world and coding.",
    ),
]
Raw = Annotated[
    bool,
    typer.Option("--raw", rich_help_panel=CODED, help="Compare codes as they stand, without the correction by audits."),
]
Level = Annotated[
    float, typer.Option(metavar="P", min=0.001, max=0.5, help="Share of false alarms, over all that is compared.")
]
Seed = Annotated[int, typer.Option(metavar="N", min=0, help="Seed: the same gives the same figures.")]
Json = Annotated[bool, typer.Option("--json", help="As JSON.")]
Output = Annotated[
    str, options.output("Write to a file: .xlsx .json .md .txt; .csv holds the changes, one line a cell.")
]


def compare(
    run: Run,
    old: Old = None,
    new: New = None,
    *,
    question: options.QuestionNames = [],  # noqa: B006
    by: By = [],  # noqa: B006
    old_coded: OldCoded = None,
    new_coded: NewCoded = None,
    codeframe: CodeframeFile = None,
    old_codeframe: OldFrame = None,
    model: ModelFolder = None,
    again: AgainFolder = None,
    raw: Raw = False,
    vectors: options.Vectors = "",
    level: Level = 0.05,
    seed: Seed = 0,
    text: options.Texts = [],  # noqa: B006
    id: options.Id = "",
    respondent: options.Respondent = "",
    question_column: options.Question = "",
    themes: options.Themes = [],  # noqa: B006
    weight: options.Weight = "",
    json: Json = False,
    output: Output = "",
) -> None:
    """Compare two waves: what is new, whether the model fits, what has changed.

    Before coding: words, lengths, languages, who answered. With both waves coded:
    what the model made of them, and the change of each theme with its interval; a
    bridge (`freetext review --bridge`) splits it into world and coding.

    Exit code 0: the model fits. 1: the verdict asks for a person.
    """
    from freetext.interfaces import compared, compared_files

    _check(output, json=json, force=run.force)
    asked = compared_files.Request(
        old=old,
        new=new,
        old_coded=old_coded,
        new_coded=new_coded,
        text=tuple(text),
        id=id,
        respondent=respondent,
        question=question_column,
        questions=tuple(question),
        themes=tuple(themes),
        weight=weight,
        by=tuple(by),
        codeframe=_frame(codeframe),
        old_codeframe=_frame(old_codeframe),
        model=model,
        again=again,
        vectors=vectors,
        raw=raw,
        level=level,
        seed=seed,
    )
    _deliver(run, compared.compared(asked, run.project, partial(_read, run)), output, json=json)


def _check(output: str, *, json: bool, force: bool) -> None:
    """Refuse a place that cannot be written to, before anything is read."""
    from freetext.files.tabular.tables import check_output

    if output:
        check_output(output, force=force, endings=ENDINGS)
    if json and output:
        raise UsageError("--json prints, -o writes: name the file *.json for JSON in a file.")


def _frame(path: Path | None) -> Codeframe | None:
    from freetext.files.project.codeframes import read_codeframe

    return read_codeframe(path) if path else None


def _read(run: Run, source: Source) -> Table:
    assert isinstance(source, (str, Path)), "the command line knows files alone"
    return run.table(source)


def _deliver(run: Run, found: Compared, output: str, *, json: bool) -> None:
    """Show the comparison, or write it to a file; leave with what it comes to."""
    from freetext.files.tabular.tables import Table, write_table, write_text, write_workbook
    from freetext.show import compared_pages as pages
    from freetext.show.compared import compared_text

    ending = Path(output).suffix.lower()
    if output and run.dry_run:
        run.say(f"dry run: nothing is written to {output}")
    elif not output:
        text = pages.compared_json(found) if json else compared_text(found, width=width(), colour=colourful())
        show(text.rstrip("\n"))
    elif ending == ".xlsx":
        write_workbook(pages.compared_sheets(found), output, force=run.force)
    elif ending == ".csv":
        rows = pages.change_columns(found)
        size = len(next(iter(rows.values())))
        if not size:
            raise NegativeAnswer(f"{output}: no changes to write: {' '.join(found.said) or 'both waves must be coded'}")
        write_table(Table("changes", tuple(rows), tuple(rows.values()), size), output, force=run.force)
    else:
        written = {".json": pages.compared_json, ".md": pages.compared_markdown, ".txt": compared_text}
        write_text(written[ending](found), output, force=run.force)
    if output and not run.dry_run:
        run.say(f"{output}: {counted(len(found.questions), 'question')}")
    _judge(found)


def _judge(found: Compared) -> None:
    """Leave with exit code 1 where a verdict asks for a person."""
    if found.wanting:
        said = [
            f"{each.question}: {each.drift.verdict.headline}" if each.question else each.drift.verdict.headline
            for each in found.wanting
        ]
        raise NegativeAnswer(" ".join(said))
