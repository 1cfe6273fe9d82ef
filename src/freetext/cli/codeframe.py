"""`freetext codeframe`: a codeframe looked through, and changed with its old labels in mind."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from freetext.cli import options
from freetext.cli.drafted import draft
from freetext.cli.run import Run, show
from freetext.errors import CodeframeError, NegativeAnswer, UsageError, counted

if TYPE_CHECKING:
    from freetext.files.project.settings import Project
    from freetext.survey.codeframe import Codeframe
    from freetext.survey.labels import Label
    from freetext.survey.recoding import Recoded

app = typer.Typer(
    help="Check, draft or convert a codeframe; merge, split, rename and retire themes.", invoke_without_command=True
)

Slug = Annotated[str, typer.Argument(metavar="SLUG", help="The theme.")]
CodeframeFile = Annotated[
    Path | None, typer.Option("--codeframe", metavar="FILE", help="The codeframe. Default: the project's.")
]
Why = Annotated[str, typer.Option(metavar="TEXT", help="The reason; it is kept with the change.")]
Name = Annotated[str, typer.Option(metavar="NAME", help="What people read from now on.")]


@app.callback()
def _root(context: typer.Context) -> None:
    options.help_if_alone(context)


@app.command("check")
@options.everywhere
def check(
    run: Run,
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE", help="The codeframe: .toml, .xlsx, .csv, or REFI-QDA's .qdc. Default: the project's."
        ),
    ] = None,
) -> None:
    """Read a codeframe and list its themes and changes; a fault is named with its line, of a table with row and column (exit code 1)."""
    from freetext.files.project.codeframe_forms import read_form
    from freetext.guard.handed_on import deaf_phrases
    from freetext.show.screens import safe
    from freetext.text.languages import language

    if file is None:
        file = _of_project(run, "FILE")
    try:
        form = read_form(file, sheet=run.sheet, encoding=run.encoding, delimiter=run.delimiter)
        frame = form.codeframe
        language(frame.lang)
    except CodeframeError as error:
        raise NegativeAnswer(str(error)) from error
    except UsageError as error:
        raise NegativeAnswer(f"{file}: {error}") from error
    changes = f", {counted(len(frame.changes), 'change')}" if frame.changes else ""
    run.say(f"{file}: {counted(len(frame), 'theme')}, {counted(len(frame.nets), 'net')}{changes}")
    run.say_all(map(safe, form.said))
    run.say_all(deaf_phrases(frame))
    for theme, depth in frame.lines():
        kind = f" ({theme.reserved}, reserved)" if theme.reserved else ""
        show(f"{theme.number:>4}  {'  ' * depth}{theme.slug}: {theme.name}{kind}")
    for change in frame.changes:
        show(f"{change.time[:10]}  {safe(f'{change} ({change.why})' if change.why else str(change))}")


@app.command("convert")
@options.everywhere
def convert(
    run: Run,
    source: Annotated[
        Path, typer.Argument(metavar="FROM", help="A codeframe: .toml, .xlsx, .csv, .qdc, or the codes of a .qdpx.")
    ],
    target: Annotated[
        Path, typer.Argument(metavar="TO", help="The file to write: .toml, .xlsx, .csv, .tsv or .qdc, by its ending.")
    ],
) -> None:
    """Write a codeframe in another form: for a spreadsheet, or for NVivo, MAXQDA, ATLAS.ti and others (.qdc). Nothing is lost on the way there and back but comments; what stands where is told."""
    from freetext.files.project.codeframe_forms import check_form, left_behind, read_form, write_form
    from freetext.show.screens import safe

    check_form(target, force=run.force or run.dry_run)
    form = read_form(source, sheet=run.sheet, encoding=run.encoding, delimiter=run.delimiter)
    frame = form.codeframe
    run.say(f"{source}: {counted(len(frame), 'theme')}, {counted(len(frame.nets), 'net')}")
    run.say_all(map(safe, (*form.said, *left_behind(source))))
    if run.dry_run:
        run.say(f"dry run: nothing is written to {target}")
        return
    said = write_form(frame, target, force=run.force)
    run.say(f"{target}: written")
    run.say_all(map(safe, said))


@app.command("merge")
@options.everywhere
def merge(
    run: Run,
    slugs: Annotated[list[str], typer.Argument(metavar="SLUG", help="The themes.")],
    *,
    into: Annotated[
        str,
        typer.Option(metavar="SLUG", help="The theme that they become: one of them, another, or a new one."),
    ],
    name: Name = "",
    why: Why = "",
    codeframe: CodeframeFile = None,
) -> None:
    """Make several themes one; old labels of each become labels of that one."""
    from freetext.survey import recoding

    _change(run, codeframe, lambda frame: recoding.merge(frame, slugs, into, time=_now(), name=name, why=why))


@app.command("split")
@options.everywhere
def split(
    run: Run,
    slug: Slug,
    *,
    into: Annotated[
        list[str], typer.Option(metavar="SLUG", help="A part, new or there already; repeat it for each part.")
    ],
    why: Why = "",
    codeframe: CodeframeFile = None,
) -> None:
    """Part a theme into several; old labels decide nothing about the parts, people look at those answers again."""
    from freetext.survey import recoding

    _change(run, codeframe, lambda frame: recoding.split(frame, slug, into, time=_now(), why=why))


@app.command("rename")
@options.everywhere
def rename(
    run: Run,
    slug: Slug,
    new: Annotated[str, typer.Argument(metavar="NEW", help="Its new slug. Default: it keeps its slug.")] = "",
    *,
    name: Name = "",
    why: Why = "",
    codeframe: CodeframeFile = None,
) -> None:
    """Give a theme another slug, another name (--name), or both; old labels follow the slug."""
    from freetext.survey import recoding

    if not new and not name:
        raise UsageError("rename to what? Name a new slug, or a new name with --name.")
    _change(run, codeframe, lambda frame: recoding.rename(frame, slug, new, time=_now(), name=name, why=why))


@app.command("retire")
@options.everywhere
def retire(run: Run, slug: Slug, *, why: Why = "", codeframe: CodeframeFile = None) -> None:
    """Take a theme out; an old label that held no other says that no theme applies."""
    from freetext.survey import recoding

    _change(run, codeframe, lambda frame: recoding.retire(frame, slug, time=_now(), why=why))


def _of_project(run: Run, name: str) -> Path:
    if run.project is None or not run.project.questionnaire.codeframe:
        raise UsageError(f"which codeframe? Name {name}, such as codeframe.toml.")
    return run.project.path(run.project.questionnaire.codeframe)


def _now() -> str:
    from datetime import UTC, datetime

    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _change(run: Run, file: Path | None, plan: Callable[[Codeframe], Recoded]) -> None:
    """Plan a change, edit the file, and say what becomes of labels and models."""
    from freetext.files.disk.atomic import write_text
    from freetext.files.disk.places import check_output
    from freetext.files.project.codeframe_edits import rewritten
    from freetext.files.project.codeframe_forms import check_editable
    from freetext.files.project.codeframes import read_codeframe
    from freetext.show.screens import safe

    path = file or _of_project(run, "it with --codeframe")
    check_editable(path)
    before = read_codeframe(path)
    recoded = plan(before)
    check_output(path, force=True, endings=())
    text = rewritten(path, before, recoded.codeframe)
    told = _told_of_labels(run, path, before, recoded.codeframe)
    if run.dry_run:
        run.say(f"dry run: nothing is written to {path}")
        _show_difference(path, text)
    else:
        write_text(text, path, force=True)
        new = recoded.codeframe.changes[len(before.changes) :]
        run.say(f"{path}: {', '.join(map(str, new)) or 'the name is changed'}")
    run.say_all(map(safe, (*recoded.said, *told)))


def _show_difference(path: Path, text: str) -> None:
    from difflib import unified_diff

    from freetext.files.disk.places import bytes_of

    old, new = (each.replace("\r\n", "\n").removesuffix("\n").split("\n") for each in (bytes_of(path).decode(), text))
    for line in unified_diff(old, new, str(path), str(path), lineterm="", n=1):
        show(line)


def _told_of_labels(run: Run, path: Path, before: Codeframe, after: Codeframe) -> list[str]:
    """Say how many labelled answers a change touches, how many people must look at, and that models are of yesterday."""
    from freetext.survey.changes import holding, settle_under

    if before.changes == after.changes:
        return []
    change, told = after.changes[-1], []
    if run.project is not None:
        labels = _labels(run, run.project, path)
        for slug in change.from_:
            count = holding(labels, before, {slug})
            told.append(f"{counted(count, 'labelled answer')} {'holds' if count == 1 else 'hold'} {slug!r}")
        if change.op == "split":
            opened = settle_under(labels, after).values()
            look = sum(not set(change.to).isdisjoint(each.disputed) for each in opened)
            parts = ", ".join(map(repr, change.to))
            told.append(f"{counted(look, 'labelled answer')} must be looked at again: which of {parts} apply?")
    return [*told, "a model learnt before does not know this codeframe: `freetext train` learns one that does"]


def _labels(run: Run, project: Project, path: Path) -> list[Label]:
    """Read the labels of the questions that are coded with this codeframe."""
    from freetext.files.labelling.labels import read_labels
    from freetext.files.project.project_codeframes import by_codeframe

    log = read_labels(project.path(project.questionnaire.labels))
    run.say_all(log.problems)
    groups = by_codeframe((label.question for label in log.labels), project)
    own = {question for name, asked in groups.items() if _same(project.path(name), path) for question in asked}
    return [label for label in log.labels if label.question in own]


def _same(one: Path, other: Path) -> bool:
    with suppress(OSError, ValueError):
        return one.samefile(other)
    return False


app.command("draft")(options.everywhere(draft))
