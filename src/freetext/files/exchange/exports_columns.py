"""A column as it stands -> a variable; what its cells are is read from all of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from math import isfinite

from freetext.errors import InputError
from freetext.files.exchange.dataset import Code, Measure, Unsaid, Variable, VariableKind
from freetext.files.tabular.cells import EXACT, plain_of, text_of, values_of
from freetext.files.tabular.rows import About, Table
from freetext.files.tabular.statistical_labels import within
from freetext.survey.codeframe import fold
from freetext.tallies.bases import weights_of

NUMBER = re.compile(r"(?!-0(?:\.0*)?$)-?(?:0|[1-9][0-9]*)(?:\.([0-9]+))?")
"""A number as a computer writes it: `007`, `1e3` and `1,5` are texts, and stay what they are."""

DIGITS = 15
"""Digits that a floating-point number keeps, whatever they are."""

NOTHING = About()

TRUTHS = {"false": 0, "true": 1}
"""The code of a truth that is a text."""


def column_variable(table: Table, place: int, *, label: str = "", text: bool = False, scale: bool = False) -> Variable:
    """Make a variable of a column that no question describes.

    Cells that are all numbers, truths or moments stay what they are; a text of a CSV is a number where all its cells are, written
    alike. `text` keeps texts whatever they look like, as ids and answers are; `scale` is for a weight. Labels of values that
    the file brought get their codes back.
    """
    name, about = table.names[place], table.about.get(table.names[place], NOTHING)
    label = label or about.title
    cells = given_cells(table, place)
    measure = measure_of(about)
    if not text and (codes := stated_codes(about)):
        if isinstance(codes[0][0], str):
            return Variable(name, "text", _coded_texts(table, place, codes), label, codes, measure or "nominal")
        if measure != "scale" and not _bare(cells, codes):
            return single_variable(name, label, table.texts_at(place), codes, measure or "nominal")
        if (numbers := _with_codes(cells, codes)) is not None:
            return _without_specials(Variable(name, "number", numbers, label, codes, measure or "scale"), about)
    kind, cells = _as_text(table, place, cells) if text else _kind(table, place, cells, scale=scale)
    return Variable(name, kind, cells, label, (), measure or ("scale" if kind in ("number", "moment") else "nominal"))


def all_numbers(table: Table, place: int) -> bool:
    """Whether the cells of a column are numbers, and no texts that look like them."""
    cells = [cell for cell in given_cells(table, place) if cell is not None]
    return bool(cells) and {type(cell) for cell in cells} <= {int, float} and all(map(_number, cells))


def _coded_texts(table: Table, place: int, codes: Sequence[tuple[Code, str]]) -> list[object]:
    """Give the codes, which are texts, of the labels in a column; what is no label is its own code."""
    by_label = {label: code for code, label in codes}
    return [by_label.get(text.strip(), text) if text else None for text in table.texts_at(place)]


def _bare(cells: Sequence[object], codes: Sequence[tuple[Code, str]]) -> bool:
    """Whether all cells are numbers and none is a label: the values of a number of which a few have labels."""
    labels = {fold(label) for _, label in codes}
    given = [cell for cell in cells if cell is not None]
    return bool(given) and all(
        not isinstance(cell, bool)
        and (not isinstance(cell, str) or (NUMBER.fullmatch(cell) is not None and fold(cell) not in labels))
        for cell in given
    )


def _without_specials(variable: Variable, about: About) -> Variable:
    """Blank the codes that are no amounts, and keep where they stood for the programs that know such codes."""
    unsaid = []
    cells = list(variable.cells)
    for code, label in variable.values:
        places = tuple(place for place, cell in enumerate(cells) if cell == code)
        if places and any(within(code, limits) for limits in about.missing):
            unsaid.append(Unsaid(code, label, places, told=True))
    for place in (place for each in unsaid for place in each.places):
        cells[place] = None
    return replace(variable, cells=cells, unsaid=tuple(unsaid), missing=about.missing) if unsaid else variable


def measure_of(about: About) -> Measure | None:
    """Read the measure that a file states; None where it does not."""
    said = about.measure
    return said if said in ("nominal", "ordinal", "scale") else None  # type: ignore[return-value]  # these are all there are


def stated_codes(about: About) -> tuple[tuple[Code, str], ...]:
    """Give the codes of a labelled column, numbers all or texts all; none where one is neither or two labels are the same."""
    codes = tuple((code, label) for each, label in about.values if (code := _code(each)) is not None)
    texts = {isinstance(code, str) for code, _ in codes}
    alike = len(codes) == len(about.values) and len({fold(label) for _, label in codes}) == len(codes)
    return codes if alike and len(texts) == 1 else ()


def _code(code: object) -> Code | None:
    if isinstance(code, str):
        return code
    if not isinstance(code, (int, float)) or not isfinite(code) or abs(code) >= EXACT:
        return None
    return int(code) if code == int(code) else code


def single_variable(
    name: str, label: str, texts: Sequence[str], stated: Sequence[tuple[Code, str]], measure: Measure = "nominal"
) -> Variable:
    """Make a variable of one code a cell: those stated, then those found.

    A value that is not stated is its own code where it is a whole number that no other value has; else it gets the next one.
    """
    codes = {fold(value): code for code, value in reversed(stated)}
    found = {key: text.strip() for text in reversed(texts) if (key := fold(text)) and key not in codes}
    values = list(stated)
    for own in (True, False):
        for key, text in reversed(found.items()):
            if key in codes or (own and not _own_code(text, values)):
                continue
            codes[key] = int(text) if own else next_code(values)
            values.append((codes[key], text))
    cells = [codes.get(fold(text)) for text in texts]
    return Variable(name, "single", cells, label, tuple(values), measure)


def next_code(values: Sequence[tuple[Code, str]]) -> int:
    """Give the whole number behind all codes."""
    return int(max([0, *(code for code, _ in values if not isinstance(code, str))])) + 1


def _own_code(text: str, values: Sequence[tuple[Code, str]]) -> bool:
    match = NUMBER.fullmatch(text)
    return bool(match) and "." not in text and len(text) < DIGITS and int(text) not in {code for code, _ in values}


def _values(table: Table, place: int) -> Sequence[object]:
    try:
        return values_of(table.columns[place])
    except ValueError:
        return table.texts_at(place)


def given_cells(table: Table, place: int) -> list[object]:
    """Give the cells of a column as Python values, None for those that hold nothing."""
    return [_given(cell) for cell in _values(table, place)]


def _given(cell: object) -> object:
    """Give a cell as a Python value, None for one that holds nothing."""
    value = plain_of(cell)
    return None if value == "" or (isinstance(value, float) and value != value) else value  # noqa: PLR0124  (not-a-number)


def _kind(table: Table, place: int, cells: list[object], *, scale: bool) -> tuple[VariableKind, list[object]]:
    """Tell what the cells of a column are."""
    kinds = {type(cell) for cell in cells if cell is not None}
    if not kinds:
        blank = table.about.get(table.names[place], NOTHING)
        return ("number" if scale or blank.numeric else "text"), cells
    if kinds == {bool}:
        return "tick", [cell if cell is None else int(cell) for cell in cells]  # type: ignore[call-overload]
    if kinds <= {int, float} and all(cell is None or _number(cell) for cell in cells):
        return "number", cells
    if kinds <= {dt.date, dt.datetime} or kinds == {dt.time}:
        return "moment", [_moment(cell) for cell in cells] if len(kinds) > 1 else cells
    read = _of_texts(cells, scale=scale) if kinds == {str} else None
    return read or _as_text(table, place, cells)


def _of_texts(cells: Sequence[object], *, scale: bool) -> tuple[VariableKind, list[object]] | None:
    """Read texts as the weights, truths or numbers that all of them are; None where they are texts."""
    if scale and (weights := _weights(cells)) is not None:
        return "number", weights
    if {fold(str(cell)) for cell in cells if cell is not None} - {""} <= TRUTHS.keys():
        return "tick", [TRUTHS.get(fold(text_of(cell))) for cell in cells]
    if _written_alike(cells):
        return "number", [cell if cell is None else _read(str(cell)) for cell in cells]
    return None


def _number(cell: object) -> bool:
    return (isinstance(cell, float) and isfinite(cell)) or (isinstance(cell, int) and abs(cell) <= EXACT)


def _moment(cell: object) -> object:
    """Give a day as its midnight, beside days with hours."""
    day_only = isinstance(cell, dt.date) and not isinstance(cell, dt.datetime)
    return dt.datetime.combine(cell, dt.time()) if day_only else cell  # type: ignore[arg-type]


def _weights(cells: Sequence[object]) -> list[object] | None:
    """Read weights as a tally does, a decimal comma too; None where one is none."""
    try:
        read = iter(weights_of([cell for cell in cells if isinstance(cell, str)]).tolist())
    except InputError:
        return None
    numbers = (None if cell is None else next(read) for cell in cells)
    return [int(each) if each is not None and each.is_integer() else each for each in numbers]


def _written_alike(cells: Sequence[object]) -> bool:
    """Whether all texts are numbers that lose nothing: "1.10" beside "1.2" are no numbers but chapters."""
    matches = [NUMBER.fullmatch(cell) for cell in cells if isinstance(cell, str)]
    if not all(match is not None and sum(map(str.isdigit, match[0])) <= DIGITS for match in matches):
        return False
    places = {match[1] for match in matches if match is not None and match[1]}
    return len({len(digits) for digits in places}) <= 1 or not any(each.endswith("0") for each in places)


def _read(text: str) -> int | float:
    return float(text) if "." in text else int(text)


def _as_text(table: Table, place: int, cells: Sequence[object]) -> tuple[VariableKind, list[object]]:
    """Write the cells as text; None stays None."""
    texts = zip(cells, table.texts_at(place), strict=True)
    return "text", [None if cell is None else text for cell, text in texts]


def _with_codes(cells: Sequence[object], codes: Sequence[tuple[Code, str]]) -> list[object] | None:
    """Give a scale back the codes that stand for its labels; None where a cell is neither a label nor a number."""
    by_label = {fold(label): code for code, label in codes}
    numbers: list[object] = []
    for cell in cells:
        if isinstance(cell, str):
            numbers.append(by_label.get(fold(cell), _read(cell) if NUMBER.fullmatch(cell) else cell))
        else:
            numbers.append(cell)
    return None if any(isinstance(each, (str, bool)) for each in numbers) else numbers
