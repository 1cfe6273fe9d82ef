"""What SPSS and Stata have in common when a data set is written: cells as they can store them, and what had to give."""

from __future__ import annotations

import datetime as dt
import math
import secrets
import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeAlias

from freetext.errors import InputError, OutputError, named
from freetext.files.disk.atomic import replacing
from freetext.files.exchange.dataset import Code, Dataset, Variable
from freetext.files.exchange.names import Renames
from freetext.files.tabular.cells import plain_of, text_of
from freetext.files.tabular.sheets import CUT

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

SAV_ENDINGS, DTA_ENDINGS = (".sav", ".zsav"), (".dta",)
EXACT = 2**53
INT = 2_147_483_620
"""The greatest number that Stata keeps in four bytes; the few above it are missing values."""
STAMP = dt.datetime(1980, 1, 1)  # noqa: DTZ001  (the formats know no zones)
"""When every file says that it was made, so that the same data give the same bytes."""


@dataclass(frozen=True, slots=True)
class StatisticalWritten:
    """What was written: where, how many rows, the variables' names there, and what had to be changed.

    renamed     variables whose names the format does not take
    cut         texts that were longer than it holds; they end with a mark
    labels_cut  labels of values and variables that were
    stripped    texts that held a NUL character, which neither program can store
    """

    path: str
    rows: int
    names: tuple[str, ...]
    renamed: Renames = ()
    cut: int = 0
    labels_cut: int = 0
    stripped: int = 0


@dataclass(slots=True)
class Changes:
    """What was changed, counted on the way."""

    cut: int = 0
    labels_cut: int = 0
    stripped: int = 0


@dataclass(frozen=True, slots=True)
class Program:
    """What a program can hold.

    text, value_label, variable_label  bytes or characters as `within` cuts them; 0 is without a limit
    largest   numbers of this size and more cannot be stored
    moments   the formats of dates, moments and times
    number_of  a moment as the program's number
    any_code   labels stand for numbers with decimals and for texts too
    """

    name: str
    text: int
    value_label: int
    variable_label: int
    title: int
    largest: float
    moments: Mapping[str, str]
    number_of: Callable[[dt.date | dt.time], float]
    in_bytes: bool
    any_code: bool = False

    def within(self, text: str, most: int, mark: str = "") -> str:
        """The text, cut to so many bytes or characters, the mark included; 0 is without a limit."""
        if not most or len(text.encode() if self.in_bytes else text) <= most:
            return text
        if not self.in_bytes:
            return text[: most - len(mark)] + mark
        return text.encode()[: most - len(mark.encode())].decode(errors="ignore") + mark


@dataclass(slots=True)
class Sheaf:
    """A data set as pyreadstat takes it."""

    columns: dict[str, Column] = field(default_factory=dict)
    formats: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str | None] = field(default_factory=dict)
    labels_of: dict[str, dict[Any, str]] = field(default_factory=dict)

    def frame(self, size: int) -> pd.DataFrame:
        """The cells as a frame of `size` rows."""
        import pandas as pd

        return pd.DataFrame(self.columns, index=range(size), copy=False)


Column: TypeAlias = "pd.api.extensions.ExtensionArray"


def since_midnight(moment: dt.time) -> dt.timedelta:
    """How much of the day has gone by."""
    return dt.datetime.combine(STAMP, moment.replace(tzinfo=None)) - STAMP


def require_pyreadstat(path: str | Path) -> None:
    """Raise InputError, which names the extra, where pyreadstat is not installed."""
    from importlib.util import find_spec

    if find_spec("pyreadstat") is None:
        raise InputError("needs pyreadstat.", file=path, remedy='pip install "freetext[spss]"')


def sheaf_of(dataset: Dataset, names: Sequence[str], program: Program, changes: Changes, *, path: object) -> Sheaf:
    """Lay the variables out; raises OutputError for a cell that the program cannot store."""
    if not dataset.variables:
        raise OutputError(path, "a data set without a variable.")
    sheaf = Sheaf()
    for variable, name in zip(dataset.variables, names, strict=True):
        if len(variable.cells) != dataset.size:
            message = f"{variable.name!r} has {len(variable.cells)} cells, the data set {dataset.size} rows"
            raise ValueError(message)
        sheaf.columns[name], sheaf.formats[name] = _column(variable, program, changes, path=path)
        if variable.label:
            sheaf.titles[name] = _label(variable.label, program.variable_label, program, changes)
        meant = variable.values  # noqa: PD011  (no frame)
        if meant and (variable.kind != "text" or program.any_code) and variable.kind != "moment":
            sheaf.labels_of[name] = {
                _code(code, variable, program, path=path): _label(label, program.value_label, program, changes)
                for code, label in meant
                if code != label  # a text that has no label of its own
            }
    sheaf.formats = {name: form for name, form in sheaf.formats.items() if form}
    return sheaf


def _label(label: str, most: int, program: Program, changes: Changes) -> str:
    plain = label.replace("\0", "")
    fitting = program.within(plain, most, "...")
    changes.labels_cut += fitting != plain
    return fitting


def _code(code: Code, variable: Variable, program: Program, *, path: object) -> Code:
    if program.any_code and not isinstance(code, int):
        return code
    if isinstance(code, str) or int(code) != code or abs(code) > INT:
        raise OutputError(
            path, f"variable {named(variable.name)!r}: the value {code!r} is no whole number of four bytes."
        )
    return int(code)


def _column(variable: Variable, program: Program, changes: Changes, *, path: object) -> tuple[Column, str]:
    import pandas as pd

    if variable.kind == "text":
        texts = [_text(cell, program, changes) for cell in variable.cells]
        return pd.array(texts, dtype=pd.StringDtype("python")), ""
    if variable.kind == "moment":
        return _moments(variable, program, path=path)
    numbers = [_number(cell, variable, program, path=path) for cell in variable.cells]
    whole = all(type(each) is int for each in numbers if each is not None)
    if whole and all(abs(each) <= INT for each in numbers if each is not None):
        return pd.array(numbers, dtype="Int32"), program.moments.get("whole", "")
    shape = program.moments.get("whole" if whole else "decimal", "")
    return pd.array([math.nan if each is None else float(each) for each in numbers], dtype="Float64"), shape


def _text(cell: object, program: Program, changes: Changes) -> str:
    text = text_of(cell)
    if "\0" in text:
        changes.stripped += 1
        text = text.replace("\0", "")
    fitting = program.within(text, program.text, CUT)
    changes.cut += fitting is not text
    return fitting


def _number(cell: object, variable: Variable, program: Program, *, path: object) -> int | float | None:
    """A number that the program can store; not-a-number is no answer."""
    cell = plain_of(cell)
    if cell is None or (isinstance(cell, float) and math.isnan(cell)):
        return None
    if not isinstance(cell, (int, float)):
        what = f"variable {named(variable.name)!r} holds a cell that is no number ({type(cell).__name__})."
        raise OutputError(path, what)
    if isinstance(cell, int) and abs(cell) > EXACT:
        what = f"variable {named(variable.name)!r} holds a number of more than 15 digits; make it a text."
        raise OutputError(path, what)
    if abs(cell) >= program.largest:
        raise OutputError(path, f"variable {named(variable.name)!r} holds a number that {program.name} cannot store.")
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < EXACT:
        return int(cell)
    return int(cell) if isinstance(cell, int) else cell


def _moments(variable: Variable, program: Program, *, path: object) -> tuple[Column, str]:
    """Dates, moments or times as the program's numbers, and the format that shows them; dates among moments are midnights."""
    import pandas as pd

    kinds = {type(cell) for cell in variable.cells if cell is not None}
    if not kinds <= {dt.date, dt.datetime} and kinds != {dt.time}:
        what = f"variable {named(variable.name)!r} mixes dates or times with other cells; make it a text."
        raise OutputError(path, what)
    kind = "time" if kinds == {dt.time} else "datetime" if dt.datetime in kinds else "date"
    numbers = [math.nan if cell is None else program.number_of(_alike(cell, kind)) for cell in variable.cells]
    return pd.array(numbers, dtype="Float64"), program.moments[kind]


def _alike(cell: object, kind: str) -> dt.date | dt.time:
    if kind == "datetime" and type(cell) is dt.date:
        return dt.datetime.combine(cell, dt.time())
    if isinstance(cell, (dt.datetime, dt.time)):
        return cell.replace(tzinfo=None)
    assert isinstance(cell, dt.date)
    return cell


@contextmanager
def beside(path: str | Path, *, force: bool) -> Iterator[tuple[Path, BinaryIO]]:
    """Give a place beside the file to write to, and the file that becomes it; whole or not at all.

    The library writes to a path of its own, for on Windows a file that is open here cannot be opened there.
    """
    with replacing(path, force=force) as out:
        place = Path(out.name).with_name(f".freetext-{secrets.token_hex(6)}.tmp")
        try:
            yield place, out
        finally:
            with suppress(OSError):
                place.unlink(missing_ok=True)


def poured(place: Path, out: BinaryIO, head: Callable[[bytes], bytes], size: int) -> None:
    """Copy what was written, the first `size` bytes of it through `head`."""
    with place.open("rb") as written:
        out.write(head(written.read(size)))
        shutil.copyfileobj(written, out, 1 << 20)


def unwritten(error: Exception, path: object) -> OutputError:
    """Say what the library said."""
    said = str(error).partition("\n")[0].rstrip(".")
    what = (
        "the disk is full, or may not be written to; nothing was changed."
        if "write" in said.lower()
        else f"cannot be written: {said}."
    )
    return OutputError(path, what)
