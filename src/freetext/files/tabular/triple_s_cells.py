"""The data of a Triple-S variable -> columns of a table: codes become their labels, a multiple one column a code."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from freetext.errors import InputError, quoted
from freetext.files.tabular.cells import EXACT
from freetext.files.tabular.rows import About
from freetext.files.tabular.triple_s import SssVariable

NUMBER = re.compile(r"[+-]?(?:[0-9]{1,400}(?:\.[0-9]{0,400})?|\.[0-9]{1,400})", re.ASCII)
MANY = 1_000
"""Codes of a range without labels beyond which it is no list of codes."""

Refuse = Callable[[int, str], InputError]
"""Makes the error for the cell at a place, from what is wrong with it."""


@dataclass(frozen=True, slots=True, eq=False)
class ReadColumn:
    """A column as the table gets it."""

    name: str
    about: About
    cells: list[object]


def read_columns(variable: SssVariable, fields: Sequence[str], refuse: Refuse) -> Iterator[ReadColumn]:
    """Read a variable's fields, as they stand in the data; raises what `refuse` makes of a cell that is not of its type."""
    if variable.type == "multiple":
        yield from _multiple(variable, fields, refuse)
        return
    read = {
        "single": _single,
        "quantity": _quantities,
        "character": _texts,
        "logical": _logicals,
        "date": _dates,
        "time": _times,
    }[variable.type]
    measure = {"single": "nominal", "quantity": "scale"}.get(variable.type, "")
    special = tuple((code, code) for code in _specials(variable))
    about = About(variable.label, tuple(_codes(variable, refuse)), measure=measure, missing=special, use=variable.use)
    cells = read(variable, fields, refuse)
    numeric = variable.type == "quantity" and all(cell is None for cell in cells)
    yield ReadColumn(variable.name, replace(about, numeric=numeric), cells)


def columns_of(variable: SssVariable) -> int:
    """Count the columns that a variable becomes."""
    return max(len(_options(variable)), 1) if variable.type == "multiple" else 1


def _codes(variable: SssVariable, refuse: Refuse) -> Iterator[tuple[object, str]]:
    for code, label in variable.values:
        if variable.literal and not re.fullmatch(r"-?[0-9]{1,15}", code, re.ASCII):
            yield code, label
        elif NUMBER.fullmatch(code):
            yield (float(code) if "." in code else int(code)), label
        else:
            raise refuse(-1, f"the code {quoted(code)} is no number")


def _single(variable: SssVariable, fields: Sequence[str], _refuse: Refuse) -> list[object]:
    """Read codes as labels; a zero that is no code stands for no answer, any other code that has no label for itself."""
    labels = {_plain(code): label or code for code, label in variable.values}
    cells: list[object] = []
    for field in fields:
        code = _plain(field)
        cells.append(labels.get(code, None if code in ("", "0") else code))
    return cells


def _plain(code: str) -> str:
    """Give a code without what pads it."""
    code = code.strip()
    return str(int(code)) if re.fullmatch(r"-?[0-9]{1,15}", code, re.ASCII) else code


def _options(variable: SssVariable) -> dict[int, str]:
    """List the codes of a multiple and their labels; those of a range without a label are their own."""
    codes = {int(code): label or code for code, label in variable.values if re.fullmatch("[0-9]{1,7}", code, re.ASCII)}
    if variable.range and all(re.fullmatch("[0-9]{1,7}", end.strip(), re.ASCII) for end in variable.range):
        first, last = (int(end) for end in variable.range)
        if last - first < MANY:
            codes = {code: codes.get(code, str(code)) for code in sorted({*codes, *range(first, last + 1)})}
    return codes


def _multiple(variable: SssVariable, fields: Sequence[str], refuse: Refuse) -> Iterator[ReadColumn]:
    """Read a variable of several answers as one 0/1 column a code; a blank field is no answer."""
    options = _options(variable)
    if not options or len(options) < len(variable.values):
        raise refuse(-1, "a multiple needs codes that are whole numbers")
    given = list(_spread(variable, fields, options, refuse) if variable.spread else _bits(fields, refuse))
    for code, label in options.items():
        cells: list[object] = [None if codes is None else int(code in codes) for codes in given]
        yield ReadColumn(
            f"{variable.name}_{code}",
            About(variable.label, group=variable.name, option=label, measure="nominal"),
            cells,
        )


def _bits(fields: Sequence[str], refuse: Refuse) -> Iterator[frozenset[int] | None]:
    """Read one character a code, the first for code 1."""
    for place, field in enumerate(fields):
        text = field.rstrip()
        if text.strip("01 "):
            raise refuse(place, f"{quoted(text)} holds other characters than 0 and 1")
        yield frozenset(code for code, bit in enumerate(text, start=1) if bit == "1") if text else None


def _spread(
    variable: SssVariable, fields: Sequence[str], options: dict[int, str], refuse: Refuse
) -> Iterator[frozenset[int] | None]:
    """Read a list of codes in fields of the same width; zeros and blanks are none."""
    assert variable.spread is not None
    count, width = variable.spread
    for place, field in enumerate(fields):
        length = min(count * width, len(field))
        parts = [field[begin : begin + width].strip() for begin in range(0, length, width)]
        codes = [part for part in parts if part.strip("0")]
        if any(not re.fullmatch("[0-9]{1,7}", code, re.ASCII) or int(code) not in options for code in codes):
            raise refuse(place, f"{quoted(field)} holds a code that the variable does not have")
        yield frozenset(map(int, codes)) if field.strip() else None


def _specials(variable: SssVariable) -> dict[int | float, str]:
    """Give the labelled values of a quantity that lie outside its range: they are answers of another kind, and no amounts."""
    ends = [end.strip() for end in variable.range or ()]
    if variable.type != "quantity" or not ends or not all(NUMBER.fullmatch(end) for end in ends):
        return {}
    least, most = sorted(map(_number, ends))
    codes = ((_number(code), label) for code, label in variable.values if NUMBER.fullmatch(code))
    return {code: label for code, label in codes if label and not least <= code <= most}


def _quantities(variable: SssVariable, fields: Sequence[str], refuse: Refuse) -> list[object]:
    """Read amounts; a special value is its label."""
    specials = _specials(variable)
    cells: list[object] = []
    for place, field in enumerate(fields):
        text = field.strip()
        if text and not NUMBER.fullmatch(text):
            raise refuse(place, f"{quoted(text)} is no number")
        number = _number(text) if text else None
        cells.append(number if number is None else specials.get(number, number))
    return cells


def _number(text: str) -> int | float:
    """Read a number; a whole one that a float could not tell from its neighbours was one."""
    whole = None if "." in text else int(text)
    return float(text) if whole is None or abs(whole) > EXACT else whole


def _texts(_variable: SssVariable, fields: Sequence[str], _refuse: Refuse) -> list[object]:
    return [field or None for field in fields]


def _logicals(_variable: SssVariable, fields: Sequence[str], refuse: Refuse) -> list[object]:
    cells: list[object] = []
    for place, field in enumerate(fields):
        text = field.strip()
        if text not in ("", "0", "1"):
            raise refuse(place, f"{quoted(text)} is neither 0 nor 1")
        cells.append(text == "1" if text else None)
    return cells


def _dates(_variable: SssVariable, fields: Sequence[str], refuse: Refuse) -> list[object]:
    return [_moment(field, place, "date", 8, refuse) for place, field in enumerate(fields)]


def _times(_variable: SssVariable, fields: Sequence[str], refuse: Refuse) -> list[object]:
    return [_moment(field, place, "time", 6, refuse) for place, field in enumerate(fields)]


def _moment(field: str, place: int, kind: str, digits: int, refuse: Refuse) -> object:
    """Read yyyymmdd or hhmmss; zeros alone are no day."""
    text = field.strip()
    if not text or (kind == "date" and not text.strip("0")):
        return None
    form = "yyyymmdd" if kind == "date" else "hhmmss"
    if not re.fullmatch(f"[0-9]{{{digits}}}", text, re.ASCII):
        raise refuse(place, f"{quoted(text)} is no {kind} written {form}")
    first = digits - 4
    try:
        parts = (int(text[:first]), int(text[first : first + 2]), int(text[first + 2 :]))
        return dt.date(*parts) if kind == "date" else dt.time(*parts)
    except ValueError:
        raise refuse(place, f"{quoted(text)} is no {kind} written {form}") from None
