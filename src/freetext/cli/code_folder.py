"""`freetext code DIR -o OUT/`: many files coded into a folder, part by part."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from freetext.cli import options
from freetext.cli.code_told import summarise
from freetext.cli.run import Run
from freetext.errors import InputError, NegativeAnswer, UsageError, counted, names_listed

if TYPE_CHECKING:
    from freetext.batch.orders import Wishes
    from freetext.batch.parts import Part
    from freetext.batch.plans import Plan
    from freetext.batch.reports import Report
    from freetext.batch.rows import Row
    from freetext.batch.run import Watch
    from freetext.cli.code_wanted import Wanted

FOLDERS = "Folders of files"
ENDINGS = (".parquet", ".csv", ".tsv")
SHOWN = 12

Workers = Annotated[
    int,
    typer.Option(
        "--workers", metavar="N", min=1, rich_help_panel=FOLDERS, help="Processes that code parts at the same time."
    ),
]
Scheduler = Annotated[
    str,
    typer.Option(
        "--scheduler",
        metavar="local|ADDRESS",
        rich_help_panel=FOLDERS,
        help="A Dask cluster that codes the parts: `local` starts one with N workers, an address names one that is there.",
    ),
]
Recode = Annotated[
    bool,
    typer.Option(
        "--recode",
        help="Code anew what was coded before, answers of a project's file or parts of a folder; what people decided stays.",
    ),
]
Format = Annotated[
    Literal["parquet", "csv"],
    typer.Option("--format", rich_help_panel=FOLDERS, help="What the coded parts are written as."),
]
Banners = Annotated[
    list[str],
    options.column(
        "Column that `freetext tally OUT/` can cross the themes with; repeat it. Default: the project's banners.",
        "--by",
        panel=FOLDERS,
    ),
]
Weight = Annotated[
    str,
    options.column("Column of weights for `freetext tally OUT/`. Default: the project's.", "--weight", panel=FOLDERS),
]

AUDIT_CANDIDATES = 2_000
"""Answers to each question that are kept for the audit, where nobody asks for more."""

AuditCandidates = Annotated[
    int,
    typer.Option(
        "--audit-candidates",
        metavar="N",
        min=100,
        max=200_000,
        rich_help_panel=FOLDERS,
        help="Answers to each question that are kept for the random audit of `freetext review OUT/`.",
    ),
]


def is_folder_run(source: str, output: str) -> bool:
    """Whether many files come in, or a folder is to come out."""
    from freetext.files.disk.addresses import is_address
    from freetext.files.disk.places import TABLE_ENDINGS

    if _is_many(source) or output.endswith(("/", "\\")):
        return True
    if is_address(output):
        return not Path(output).suffix
    return bool(output) and Path(output).is_dir() and Path(output).suffix.lower() not in TABLE_ENDINGS


def _is_many(source: str) -> bool:
    """Whether a source names more than one file."""
    from freetext.files.disk.addresses import is_address

    if source == "-" or (not is_address(source) and Path(source).is_file()):
        return False
    if any(sign in source for sign in "*?["):
        return True
    return not Path(source).suffix if is_address(source) else Path(source).is_dir()


@dataclass(frozen=True, slots=True)
class Folders:
    """What was asked for of an output folder, by the names of the options."""

    workers: int = 1
    scheduler: str = ""
    recode: bool = False
    format: str = "parquet"
    by: tuple[str, ...] = ()
    weight: str = ""
    audit_candidates: int = AUDIT_CANDIDATES


def refuse_alone(asked: Folders) -> None:
    """Refuse the options of folders where one file is coded into another."""
    for each in fields(asked):
        if each.name != "recode" and getattr(asked, each.name) != each.default:
            option = f"--{each.name.replace('_', '-')}"
            raise UsageError(f"{option} goes with an output folder: -o coded/ (with the slash) makes one.")


def _wishes(run: Run, wanted: Wanted, asked: Folders) -> Wishes:
    """Put together what decides the outputs; raises UsageError for what a folder cannot have."""
    from freetext.batch.orders import Wishes

    if wanted.codeframe is not None:
        raise UsageError(
            "--codeframe codes one file; the parts of a folder are coded by a trained model: name --model."
        )
    if run.sheet:
        raise UsageError("--sheet goes with a workbook; the parts of a folder are Parquet and text files.")
    return Wishes(
        text=wanted.text,
        id=wanted.id,
        respondent=wanted.respondent,
        question=wanted.question,
        model=str(wanted.model or ""),
        vectors=wanted.vectors,
        scores=wanted.scores,
        evidence=wanted.evidence,
        by=asked.by,
        weight=asked.weight,
        audit_candidates=asked.audit_candidates,
        format=asked.format,
        raw=wanted.raw,
        redact=wanted.redact,
        encoding=run.encoding,
        delimiter=run.delimiter,
        dialect=run.exports,
    )


def code_parts(run: Run, source: str, output: str, wanted: Wanted, asked: Folders) -> None:
    """Code what is due of the source's parts, and say how it went."""
    from freetext.batch.orders import order_of
    from freetext.batch.run import How, run_folder
    from freetext.files.disk.places import TABLE_ENDINGS

    if source == "-":
        raise UsageError("standard input is coded into one file: name it with -o, such as -o coded.csv.")
    named_file = Path(output).suffix.lower() in TABLE_ENDINGS and not output.endswith(("/", "\\"))
    if not output or output == "-" or named_file:
        wrong = f"-o {output} names a file." if named_file else "where shall the coded parts go?"
        raise UsageError(f"{wrong} Name a folder with -o, such as -o coded/.")
    wishes = _wishes(run, wanted, asked)
    how = How(asked.workers, asked.scheduler, recode=asked.recode, force=run.force, dry_run=run.dry_run)
    with _watched(run, source, output) as watch:
        report = run_folder(source, output, lambda parts: order_of(parts, wishes, run.project), how, watch)
    _told(run, report)


@contextmanager
def _watched(run: Run, source: str, out: str) -> Iterator[Watch]:
    """Tell the plan, then show how it goes: parts, rows a second, time left; an interruption says how to go on."""
    from freetext.batch.run import Watch
    from freetext.batch.standing import standing_parts

    with ExitStack() as stack:
        voice = _Voice(run, source, stack)
        try:
            yield Watch(voice.begun, voice.done)
        except KeyboardInterrupt:
            stack.close()
            standing = standing_parts(out, voice.plan) if voice.plan is not None else 0
            run.say(f"{standing:,} of {counted(voice.parts, 'part')} stand; the same command goes on from there.")
            raise


class _Voice:
    """What is said while parts are coded."""

    def __init__(self, run: Run, source: str, stack: ExitStack) -> None:
        """Begin with nothing known; the stack ends the bar."""
        self.run, self.source, self.stack = run, source, stack
        self.parts = self.standing = 0
        self.plan: Plan | None = None
        self._advance: Callable[[Part, Row, int, int], None] | None = None

    def begun(self, plan: Plan) -> None:
        """Say what there is to do."""
        run, self.plan = self.run, plan
        self.parts, self.standing = len(plan.parts), plan.kept
        stand = f", {plan.kept:,} stand already" if plan.kept else ""
        run.say(f"{self.source}: {counted(len(plan.parts), 'part')}{stand}, {len(plan.due):,} to code")
        run.say_all(_reasons(plan))
        if plan.due:
            run.say_all(f"model {note}" for note in plan.manifest.models)
            self._advance = self.stack.enter_context(_bar(run, sum(part.size for part in plan.due)))

    def done(self, part: Part, row: Row) -> None:
        """Count a part."""
        self.standing += 1
        if self._advance is not None:
            self._advance(part, row, self.standing, self.parts)


def _reasons(plan: Plan) -> Iterator[str]:
    """Say why parts are coded again, stay or go."""
    if plan.changed:
        yield f"changed since: {', '.join(plan.changed)}; all parts are coded anew"
    for why in dict.fromkeys(why for _, why in plan.again):
        names = [str(part) for part, each in plan.again if each == why]
        yield f"{why}: {names_listed(names)}"
    if plan.older:
        digests = {digest for entry in plan.older for digest in entry.models}
        named_so = ", ".join(str(note) for note in plan.manifest.models if note.digest in digests)
        stay = "stays" if len(plan.older) == 1 else "stay"
        yield f"{counted(len(plan.older), 'part')} {stay} as {named_so} coded; --recode codes with the model of now"
    for entry in plan.removed[:SHOWN]:
        yield f"{entry.source} is gone: its output {entry.file(plan.manifest.ending)} goes too"
    if len(plan.removed) > SHOWN:
        yield f"{len(plan.removed) - SHOWN:,} more sources are gone, and their outputs go too"


@contextmanager
def _bar(run: Run, size: int) -> Iterator[Callable[[Part, Row, int, int], None] | None]:
    """Show a bar of bytes with parts, rows a second and time left; nothing at all where nobody looks."""
    if run.quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    told = TextColumn("{task.fields[told]}")
    columns = (TextColumn("coding"), BarColumn(), told, TimeElapsedColumn(), TimeRemainingColumn())
    begun, rows = time.monotonic(), 0
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("coding", total=size, told="")

        def advance(part: Part, row: Row, standing: int, parts: int) -> None:
            nonlocal rows
            rows += row.rows
            rate = rows / max(time.monotonic() - begun, 0.001)
            bar.update(task, advance=part.size, told=f"{standing:,} of {parts:,} parts, {rate:,.0f} rows a second")

        yield advance


def _told(run: Run, report: Report) -> None:
    """Say on less than a screen how it went; raises NegativeAnswer where parts failed."""
    run.say_all(report.told[:SHOWN])
    run.say_all(f"not taken: {name} is no {', '.join(ENDINGS)}" for name in report.others[:SHOWN])
    if run.dry_run:
        run.say(f"dry run: columns were looked at, no row was read; nothing is written to {report.out}")
        if report.failed:
            _refuse(run, report)
        return
    run.say(
        f"{report.out}: {counted(report.rows, 'row')} in {counted(report.parts - len(report.failed), 'part')} "
        f"({report.coded:,} coded now, {report.kept:,} stood)"
    )
    summarise(run, report.counts)
    if report.failed:
        _refuse(run, report)
    if report.counts.answers and report.counts.blank == report.counts.answers:
        raise NegativeAnswer(f"{report.out}: every answer is blank; nothing was coded.")


def _refuse(run: Run, report: Report) -> None:
    """Name the parts that failed, the first of them even to those who want silence; the others stand."""
    told = [each.what if each.what.startswith(each.part) else f"{each.part}: {each.what}" for each in report.failed]
    run.say_all(f"failed: {each}" for each in told)
    raise InputError(
        f"{len(told):,} of {counted(report.parts, 'part')} could not be coded; the first: {told[0]}",
        file=report.out,
        remedy="Mend what is named, and run the same command again: what stands is not coded twice.",
    )
