"""One run of a command: what was asked for everywhere, and the voice that speaks to the user."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TextIO

from freetext.errors import OutputError, counted
from freetext.files.project.settings import Project, find_project
from freetext.files.project.survey_tables import dialect_of
from freetext.files.tabular.dialects import Dialect
from freetext.files.tabular.tables import Table, read_table, write_table
from freetext.survey.questionnaire import Questionnaire

if TYPE_CHECKING:
    from freetext.files.tabular.streams import Stream


class Advance(Protocol):
    """Counts work that was done."""

    def __call__(self, amount: int, /) -> None:
        """Add to what is done."""


@dataclass(frozen=True)
class Run:
    """The options that every command has, and how it reads and speaks; `folder` is the project's, None the current one."""

    folder: Path | None = None
    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    dialect: str | None = None
    force: bool = False
    quiet: bool = False
    dry_run: bool = False

    @cached_property
    def project(self) -> Project | None:
        """The project, if there is one; its settings are read once, when a command first asks."""
        return find_project(self.folder)

    def table(self, path: str | Path, *, dialect: Dialect | None = None) -> Table:
        """Read a table and say what was taken for what; `dialect` stands before the option and the project's."""
        table = read_table(
            path,
            sheet=self.sheet,
            encoding=self.encoding,
            delimiter=self.delimiter,
            fallback=lambda: self._survey.encoding,  # settings that nothing needs may be broken
            dialect=dialect or self.exports,
        )
        self.opened(table.file, table.size, table.names, table.took)
        return table

    def stream(self, path: str | Path) -> Stream:
        """Open a table that is read batch by batch; says nothing, for nobody knows yet how many rows there are."""
        from freetext.files.tabular.streams import open_stream

        return open_stream(
            path,
            encoding=self.encoding,
            delimiter=self.delimiter,
            fallback=lambda: self._survey.encoding,
            dialect=self.exports,
        )

    @property
    def exports(self) -> Dialect:
        """Which platform's exports files are taken for: as asked, else as the project says."""
        return dialect_of(self._survey, self.dialect)

    def opened(self, file: str, rows: int, names: Sequence[str], took: Sequence[str]) -> None:
        """Say what was taken for what."""
        said = f" ({', '.join(took)})" if took else ""
        self.say(f"{file}: {counted(rows, 'row')}, {counted(len(names), 'column')}{said}")

    def left_out(self, before: Sequence[str], after: Collection[str]) -> None:
        """Say which columns are gone, if any."""
        if gone := [name for name in before if name not in after]:
            self.say(f"left out: {', '.join(gone)}")

    @property
    def _survey(self) -> Questionnaire:
        return self.project.questionnaire if self.project else Questionnaire()

    def say(self, text: str) -> None:
        """Tell the user, on standard error, what happens; silent when asked to be, or when nobody listens any more."""
        if not self.quiet:
            try:
                write(sys.stderr, fitted(text, sys.stderr))
            except BrokenPipeError:  # the work goes on: it was not asked for its messages
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())

    def say_all(self, texts: Iterable[str]) -> None:
        """Tell several things."""
        for text in texts:
            self.say(f"- {text}")

    @contextmanager
    def progress(self, what: str, total: int) -> Iterator[Advance]:
        """Show a bar with rate and time left; nothing at all where nobody looks."""
        if self.quiet or not sys.stderr.isatty():
            yield lambda _amount, /: None
            return
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeRemainingColumn,
        )

        rate = TextColumn("{task.fields[rate]}")
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(what, total=total, rate="")

            def advance(amount: int, /) -> None:
                bar.advance(task, amount)
                speed = bar.tasks[0].speed or 0.0
                bar.update(task, rate=f"{speed:,.0f} a second" if speed >= 10 else f"{speed:.1f} a second")

            yield advance


def show(text: str) -> None:
    """Print a result on standard output: in a terminal's own encoding, else as UTF-8, whatever the system's is."""
    out = getattr(sys.stdout, "buffer", None)
    if out is None or sys.stdout.isatty():
        write(sys.stdout, text)
        return
    from freetext.show.screens import unsteered

    with _written("standard output"):
        sys.stdout.flush()
        out.write(f"{unsteered(text, colour=False)}\n".encode("utf-8", "backslashreplace"))
        out.flush()


def fitted(text: str, stream: TextIO) -> str:
    """Break prose at spaces where it is longer than the terminal is wide; a pipe gets its lines whole."""
    if not stream.isatty():
        return text
    from freetext.show.screens import wrap

    wide = width()
    lines = text.split("\n")
    return "\n".join(part for line in lines for part in (wrap(line, wide) if len(line) > wide else [line]))


def write(stream: TextIO, text: str) -> None:
    """Write a line; where the encoding lacks rules and bars they are drawn plainly, any other character is shown as its escape."""
    from freetext.show.screens import FULL, HALF, RULE, plain, unsteered

    encoding, text = stream.encoding or "utf-8", unsteered(text, colour=stream.isatty())
    shown = text if _holds(encoding, RULE + FULL + HALF) else plain(text)
    with _written("standard error" if stream is sys.stderr else "standard output"):
        stream.write(shown.encode(encoding, "backslashreplace").decode(encoding) + "\n")
        stream.flush()


def _holds(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def reader_left(error: OSError) -> bool:
    """Whether a stream broke because whoever read it has gone; Windows calls that an invalid argument."""
    return isinstance(error, BrokenPipeError) or (
        os.name == "nt" and error.errno == errno.EINVAL and error.filename is None
    )


@contextmanager
def _written(name: str) -> Iterator[None]:
    """Say why a stream could not be written; a reader who left is told apart, for that is no fault."""
    from freetext.files.disk.places import reason

    try:
        yield
    except OSError as error:
        if reader_left(error):
            raise BrokenPipeError from error
        raise OutputError(name, reason(error)) from error


def write_rows(run: Run, table: Table, output: str) -> None:
    """Write a table to a file and say so, or say what would be written."""
    if run.dry_run:
        run.say(f"dry run: {counted(table.size, 'row')}; nothing is written to {output}")
        return
    written = write_table(table, output, force=run.force)
    if output != "-":
        run.say(f"{written.path}: {counted(written.rows, 'row')}")


def colourful() -> bool:
    """Whether standard output wants colour: a terminal, and nobody has set NO_COLOR."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Columns of the terminal, at least 40, 100 where there is none."""
    return max(shutil.get_terminal_size((100, 24)).columns, 40)
