"""`freetext redact`: a table with the personal data in its texts covered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from freetext.cli import options
from freetext.cli.run import Run
from freetext.errors import UsageError, counted
from freetext.files.disk.places import is_streamed

if TYPE_CHECKING:
    from freetext.files.tabular.tables import Table
    from freetext.interfaces.as_exported import StoodForm
    from freetext.interfaces.redacting import Redacted

INCOMPLETE = "not everything is found: names without a title are not, unless a list (--names) or a pipeline (--entities) knows them; see docs/safety.md"

File = Annotated[str | None, options.file("The table to mask; `-` is standard input. Default: the project's.")]
Output = Annotated[str, options.output("Write it to: .csv .tsv .xlsx or .parquet; `-` for CSV on standard output.")]
NamesFile = Annotated[
    Path | None,
    typer.Option(
        "--names", metavar="LIST", help="Text file of names to mask as well, one a line, as they are written."
    ),
]
Types = Annotated[
    str,
    typer.Option(
        metavar="TYPE,...",
        help="Mask these types only: name, phone, email, nhs-number, postcode, ni-number, url. Default: all.",
    ),
]
Entities = Annotated[
    str,
    typer.Option(metavar="MODEL", help="Mask the persons too that this spaCy pipeline finds; it must be installed."),
]
Log = Annotated[
    str,
    typer.Option(
        metavar="LOG",
        help="Write where something was masked (.csv .tsv .parquet): row, id, column, start, end, type; never the text.",
    ),
]


def redact(
    run: Run,
    file: File = None,
    *,
    output: Output,
    text: options.Texts = [],  # noqa: B006
    id: options.Id = "",
    names: NamesFile = None,
    types: Types = "",
    entities: Entities = "",
    log: Log = "",
) -> None:
    """Mask personal data in the text columns of a table.

    Rows, columns and all other cells stay as they are, an export's header rows and previews too; a column that the project drops is left out. It is incomplete: read the result.
    """
    from freetext.cli.plans import input_file, settings
    from freetext.guard.redactor import Redactor
    from freetext.guard.spans import KINDS
    from freetext.interfaces.as_exported import redacted_rows
    from freetext.interfaces.redacting import kinds_of, names_in, recogniser_of

    source = input_file(file, run.project, "FILE")
    _check_places(run, source, output, log, names)
    kinds = kinds_of(types.split(",")) if types else KINDS
    listed = names_in(names, encoding=run.encoding) if names else ()
    redactor = Redactor(listed, kinds, recogniser_of(entities) if entities else None)
    batched = not run.sheet and is_streamed(source) and is_streamed(output)
    form, tables = _opened(run, source, batched=batched)
    columns, ids = _columns(run, _bare(form.file, form.names), text, id)
    counts, drop = _Counts(), settings(run.project).drop
    with ExitStack() as pens:
        write = _pen(run, output, pens, batched=batched)
        note = _pen(run, log, pens, batched=True) if log else None
        for table in tables:
            done = redacted_rows(table, form, columns, redactor, id=ids, drop=drop)
            counts.add(done)
            write(done.table)
            if note:
                note(done.log)
    _tell(run, counts, form.file, output)


def _check_places(run: Run, source: str, output: str, log: str, names: Path | None) -> None:
    """Refuse early what could not be written, and one place for two files."""
    from freetext.files.disk.places import one_place
    from freetext.files.tabular.sinks import SINKS
    from freetext.files.tabular.tables import check_output

    listed = str(names or "")
    if log and (log == output or one_place(log, output)):  # `-` twice is one place too
        raise UsageError(f"--log and -o are the same file: {log}. Name another for the log.")
    if log and one_place(log, source):
        raise UsageError(f"--log and the table itself are the same file: {log}. Name another for the log.")
    for option, place in (("-o", output), ("--log", log)):
        if place and listed and one_place(place, listed):
            raise UsageError(f"{option} and --names are the same file: {place}. Name another for {option}.")
    check_output(output, force=run.force)
    if log:
        check_output(log, force=run.force, endings=SINKS)


def _opened(run: Run, source: str, *, batched: bool) -> tuple[StoodForm, Iterable[Table]]:
    """Open a file as it stands and say what it was taken for: what its columns are called, and its rows in tables."""
    from freetext.files.tabular.headings import HEADER_ROWS
    from freetext.interfaces.as_exported import exported

    plain = replace(run, dialect="plain")
    tables: Iterable[Table]
    if batched:
        stream = plain.stream(source)
        first, tables = next(iter(stream.batches(HEADER_ROWS))), stream.batches()
        took = f" ({', '.join(stream.took)})" if stream.took else ""
        run.say(f"{stream.file}: {counted(len(stream.names), 'column')}{took}")
    else:
        first = plain.table(source)
        tables = (first,)
    form = exported(first, run.exports)
    run.say_all(form.said)
    return form, tables


def _bare(file: str, names: tuple[str, ...]) -> Table:
    from freetext.files.tabular.tables import Table

    return Table(file, names, tuple([] for _ in names), 0)


def _columns(run: Run, header: Table, text: list[str], id: str) -> tuple[tuple[str, ...], str]:
    """Find the text columns: those asked for, else all of the project that hold texts, coded or not; and that of the ids."""
    from freetext.cli.plans import columns_for, settings
    from freetext.files.project.dropped import without_dropped

    kept = without_dropped(header, run.project, (*text, id))
    run.left_out(header.names, kept.names)
    asked = settings(run.project).text_columns
    found = columns_for(kept, text or [name for name in asked if name in kept.names], id, "", "", run.project)
    for name in found.text:
        kept.place(name, option="--text")
    if found.id:
        kept.place(found.id, option="--id")
    return found.text, found.id


def _pen(run: Run, path: str, pens: ExitStack, *, batched: bool) -> Callable[[Table], None]:
    """Give what writes tables to a file, which gets its name when all of it is there; a dry run writes none."""
    from freetext.files.tabular.sinks import open_sink
    from freetext.files.tabular.tables import write_table

    if run.dry_run:
        return lambda _table: None
    if batched:
        return pens.enter_context(open_sink(path, force=run.force)).write

    def write(table: Table) -> None:
        write_table(table, path, force=run.force)

    return write


class _Counts:
    """What was masked so far."""

    def __init__(self) -> None:
        self.rows = self.answers = self.touched = 0
        self.types: Counter[str] = Counter()
        self.retyped: tuple[str, ...] = ()

    def add(self, done: Redacted) -> None:
        """Add what was masked in a table."""
        self.rows += done.table.size
        self.answers += done.answers
        self.touched += done.touched
        self.types += done.counts
        self.retyped = done.retyped


def _tell(run: Run, counts: _Counts, source: str, output: str) -> None:
    """Say what was masked, by type, and that this is not all."""
    types = ", ".join(f"{kind} {count:,}" for kind, count in counts.types.most_common()) or "nothing"
    run.say(f"{source}: masked in {counts.touched:,} of {counted(counts.answers, 'text')}: {types}")
    if counts.retyped:
        run.say(f"- read as texts, and written as texts: {', '.join(counts.retyped)}")
    run.say(f"- {INCOMPLETE}")
    if run.dry_run:
        run.say(f"dry run: nothing is written to {output}")
    elif output != "-":
        run.say(f"{output}: {counted(counts.rows, 'row')}")
