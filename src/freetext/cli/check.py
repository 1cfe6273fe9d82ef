"""`freetext check`: a file looked through before it is coded."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from freetext.cli import options
from freetext.cli.run import Run, colourful, show, width
from freetext.errors import (
    FreetextError,
    InputError,
    NegativeAnswer,
    OutputError,
    SafeguardingFlags,
    UsageError,
    counted,
)

if TYPE_CHECKING:
    from freetext.files.coding.checked_columns import Asked
    from freetext.guard.checks import Checked

ENDINGS = (".xlsx", ".csv", ".json", ".md")
UNREAD = "unreadable"
"""The finding of a file in which nothing else was looked for."""

File = Annotated[str | None, options.file("The file to check; `-` is standard input. Default: the project's.")]
Weight = Annotated[str, options.column("Column of weights. Default: the project's, or guessed.")]
Lang = Annotated[
    str,
    typer.Option(
        metavar="CODE",
        help="Language that answers are expected in, such as `en`. Default: the codeframe's, else the commonest.",
    ),
]
Restricted = Annotated[
    Path | None,
    typer.Option(
        "--restricted",
        metavar="LIST",
        help="Where the list of answers flagged for safeguarding goes (.csv), for its owner's eyes alone. Default: output/restricted of the project.",
    ),
]
WithText = Annotated[bool, typer.Option("--with-text", help="Write the answers' texts into the restricted list too.")]
Output = Annotated[str, options.output("Write the findings: .xlsx .csv .json or .md.")]


def check(
    run: Run,
    file: File = None,
    *,
    text: options.Texts = [],  # noqa: B006
    id: options.Id = "",
    respondent: options.Respondent = "",
    question: options.Question = "",
    weight: Weight = "",
    lang: Lang = "",
    restricted: Restricted = None,
    with_text: WithText = False,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    output: Output = "",
) -> None:
    """Check a file before it is coded: ids, blanks, doubles, personal data.

    Columns that are not named are the project's, or guessed. Every finding
    names its rows and what mends it; no answer is shown.
    The exit code is 1 when something needs a person, and 3 when answers
    are flagged for safeguarding. What finds these finds some and not all.
    """
    from freetext.cli.plans import input_file
    from freetext.files.coding.checked_columns import Asked, expected_language

    asked = Asked(tuple(text), id, respondent, question, weight, expected_language(lang), with_text)
    source = input_file(file, run.project, "FILE")
    if output:
        _check_findings(output, force=run.force)
    if restricted:
        _check_restricted(restricted)
    _check_apart(run, source, output, restricted)
    checked = _checked(run, source, asked)
    try:
        listed = _list_flags(run, checked, source, restricted, with_text=with_text)
    except OutputError:  # nothing is flagged, so the findings are what there is to tell
        _deliver(run, checked, output, json=json)
        raise
    undelivered = _delivered(run, checked, output, json=json)
    _answer(checked, listed, undelivered)


def _check_findings(output: str, *, force: bool) -> None:
    """Refuse a place where no findings can be."""
    from freetext.files.tabular.tables import check_output

    if output == "-":
        raise UsageError("--output -: standard output has the findings without --output, and as JSON with --json.")
    check_output(output, force=force, endings=ENDINGS)


def _check_restricted(path: Path) -> None:
    """Refuse a place where no list can be; one that is there is compared when the list is known."""
    from freetext.files.tabular.tables import check_output

    if str(path) == "-":
        raise UsageError("--restricted: the list is for its owner's eyes alone; name a file.")
    if path.parent.is_dir():
        check_output(path, force=True, endings=(".csv",))


def _check_apart(run: Run, source: str, output: str, restricted: Path | None) -> None:
    """Refuse one place for two files: findings or a list over the file itself, or over each other."""
    from freetext.files.disk.places import one_place
    from freetext.files.restricting.flagged import flagged_place

    usual = flagged_place(source, run.project)
    listed = (
        [("--restricted", str(restricted))] if restricted else [("the project's restricted list", str(usual or ""))]
    )
    places = [("the file itself", source), ("-o", output), *listed]
    for at, (what, place) in enumerate(places):
        for other, its in places[:at]:
            if place and its and one_place(place, its):
                raise UsageError(f"{what} and {other} are the same file: {place}. Name another.")


def _checked(run: Run, source: str, asked: Asked) -> Checked:
    """Check the file; a row that cannot be read is a finding like any other."""
    from freetext.files.coding.checked import all_guards, checked_table, refused

    try:
        table = run.table(source)
    except InputError as error:
        if (unreadable := refused(error)) is None:
            raise
        return unreadable
    return checked_table(table, asked, run.project, all_guards())


def _delivered(run: Run, checked: Checked, output: str, *, json: bool) -> str:
    """Deliver the findings; says why not where that fails and flags must be told all the same."""
    try:
        _deliver(run, checked, output, json=json)
    except (FreetextError, OSError) as error:
        if not checked.flagged:
            raise
        return "nobody reads them" if isinstance(error, BrokenPipeError) else str(error)
    return ""


def _deliver(run: Run, checked: Checked, output: str, *, json: bool) -> None:
    """Write the findings to a file where one is wanted, else show them."""
    from freetext.show.checks import checked_text
    from freetext.show.checks_files import checked_json

    if output and run.dry_run:
        run.say(f"dry run: {counted(len(checked.findings), 'finding')}; nothing is written to {output}")
    elif output:
        _write(checked, output, force=run.force)
        run.say(f"{output}: {counted(len(checked.findings), 'finding')}")
    if json:
        show(checked_json(checked).rstrip("\n"))
    elif not output:
        show(checked_text(checked, width=width(), colour=colourful()).rstrip("\n"))


def _write(checked: Checked, output: str, *, force: bool) -> None:
    from freetext.files.tabular.tables import Table, write_table, write_text, write_workbook
    from freetext.show.checks_files import TABLE, checked_json, checked_markdown, checked_rows, checked_sheets

    ending = Path(output).suffix.lower()
    if ending == ".xlsx":
        write_workbook(checked_sheets(checked), output, force=force)
    elif ending == ".csv":
        rows = Table("findings", TABLE, tuple(checked_rows(checked).values()), len(checked.findings))
        write_table(rows, output, force=force)
    else:
        write_text(checked_json(checked) if ending == ".json" else checked_markdown(checked), output, force=force)


def _list_flags(run: Run, checked: Checked, source: str, place: Path | None, *, with_text: bool) -> str:
    """Write the restricted list; says where it is, how to get it, or why it is not there.

    It is written before the findings are delivered, so that whoever stops reading them loses no flag.
    The project's own list is made anew each time: where nothing is flagged any more it is empty.
    """
    from freetext.files.restricting.flagged import flagged_csv, flagged_place

    path, unread = place or flagged_place(source, run.project), any(each.check == UNREAD for each in checked.findings)
    if unread or not (checked.flagged or (path and path.exists())):
        return ""
    if path is None:
        return "--restricted LIST.csv writes which they are."
    if run.dry_run:
        run.say(f"dry run: {counted(len(checked.flagged), 'line')}; nothing is written to {path}")
        return "dry run: no list is written."
    try:
        path = _write_list(run, flagged_csv(checked.flagged, with_text=with_text), source, place)
    except OutputError as error:
        if not checked.flagged:
            raise
        return f"No list of them is written: {error}"
    return f"The list is in {path}, for its owner's eyes alone."


def _write_list(run: Run, data: bytes, source: str, place: Path | None) -> Path:
    from freetext.files.restricting.flagged import write_flagged
    from freetext.files.restricting.lists import write_restricted

    if place is None and run.project is not None:
        return write_flagged(data, source, run.project)
    path = place or Path()
    write_restricted(data, path, force=run.force)
    return path


def _answer(checked: Checked, listed: str, undelivered: str) -> None:
    """Leave with the exit code that the findings ask for."""
    flagged, person = sum(each.count for each in checked.of("safeguarding")), len(checked.of("person"))
    if flagged:
        told = f" The findings are not delivered: {undelivered}" if undelivered else ""
        raise SafeguardingFlags(
            f"{checked.file}: {counted(flagged, 'answer')} flagged for safeguarding. {listed}{told}"
        )
    if person:
        raise NegativeAnswer(f"{checked.file}: {counted(person, 'finding')} that need{'s' * (person == 1)} a person.")
