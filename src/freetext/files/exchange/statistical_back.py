"""What a statistics file said of its variables comes back: its own labels, and the codes of cells that were read as blank."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from freetext.files.exchange.dataset import Code, Dataset, Unsaid, Variable
from freetext.files.tabular.rows import About, Table
from freetext.files.tabular.statistical_labels import within
from freetext.survey.several import ticked


def as_the_file_had(variable: Variable, table: Table) -> Variable:
    """Give a variable of a column the labels that the file had for its codes, and what stood in its blank cells."""
    about = table.about.get(variable.name)
    if about is None or table.names.count(variable.name) != 1:
        return variable
    if variable.kind == "tick" and about.group:
        variable = _option(variable, about, table)
    if not (about.wordings or about.unsaid or about.missing):
        return variable
    worded, now = dict(about.wordings), dict(about.values)
    values = tuple(
        (code, worded[code] if code in worded and now.get(code) == label else label) for code, label in variable.values
    )
    labels, texts = now | worded, table.texts(variable.name)
    unsaid = [
        Unsaid(code, labels.get(code, ""), places)
        for code, rows in about.unsaid
        if (places := tuple(place for place in _places(table, rows) if not texts[place].strip()))
    ]
    return replace(variable, values=values, unsaid=(*variable.unsaid, *unsaid), missing=about.missing)


def _option(variable: Variable, about: About, table: Table) -> Variable:
    """An option with the file's own words for yes and no; where it says no, a blank cell is missing and not no."""
    worded = dict(about.wordings)
    meant = [(_meant(label, about.option), worded.get(code, label)) for code, label in about.values]
    values = tuple(sorted((int(tick), label) for tick, label in meant if tick is not None))
    texts = table.texts(variable.name)
    said = {text: _meant(text, about.option) for text in set(texts)}
    cells = variable.cells
    if False in said.values():
        cells = [None if said[text] is None else cell for text, cell in zip(texts, cells, strict=True)]
    return replace(variable, cells=cells, values=values if len(dict(values)) == len(values) else ())


def _meant(text: str, option: str) -> bool | None:
    try:
        return ticked(text, option)
    except ValueError:
        return None


def _places(table: Table, rows: Sequence[int]) -> Iterator[int]:
    """Where rows of the file stand in its table, from 0; those that are not there are passed over."""
    if table.numbers is None:
        yield from (row - table.first for row in rows if 0 <= row - table.first < table.size)
        return
    places = {row: place for place, row in enumerate(table.numbers.tolist())}
    yield from (places[row] for row in rows if row in places)


def carried(source: Table, table: Table) -> Mapping[str, About]:
    """Give what a file says of its columns, its rows numbered as those of a table that was made from it.

    Rows are the same that hold the same in the first column whose cells are all different, an id; where there is none, those
    at the same place, if the tables are of one size and share a column. Else codes of blank cells are left behind.
    """
    if not any(about.unsaid for about in source.about.values()):
        return source.about
    rows = _matched(source, table)
    return {
        name: replace(
            about,
            unsaid=tuple((code, tuple(rows[row] for row in held if row in rows)) for code, held in about.unsaid),
        )
        for name, about in source.about.items()
    }


def _matched(source: Table, table: Table) -> Mapping[int, int]:
    """The file's row -> the table's."""
    shared = [name for name in source.names if source.names.count(name) == table.names.count(name) == 1]
    numbers = table.row_numbers().tolist()
    alike = False
    for name in shared:
        old, new = ([text.strip() for text in each.texts(name)] for each in (source, table))
        whole = all(old) and len(set(old)) == len(old) and len(set(new)) == len(new)
        if whole and set(new) <= set(old):
            by_key = dict(zip(new, numbers, strict=True))
            pairs = zip(source.row_numbers().tolist(), old, strict=True)
            return {row: by_key[key] for row, key in pairs if key in by_key}
        alike = alike or (old == new and len(set(old)) > 1)
    return dict(zip(source.row_numbers().tolist(), numbers, strict=True)) if alike else {}


def with_codes(dataset: Dataset) -> Dataset:
    """Put the codes of unsaid answers back into the cells, with their labels, for a program that knows missing codes."""
    return replace(dataset, variables=tuple(map(with_own_codes, dataset.variables)))


def with_own_codes(variable: Variable) -> Variable:
    """Put the codes of a variable's unsaid answers back into its cells."""
    kind = str if variable.kind == "text" else (int, float)
    unsaid = [each for each in variable.unsaid if isinstance(each.code, kind)]
    if variable.kind == "moment" or not (unsaid or variable.missing):
        return variable
    cells, values = list(variable.cells), list(variable.values)
    held = {cell for cell in set(cells) if cell is not None}
    for each in unsaid:
        code = each.code if isinstance(each.code, str) else _free(each, held, values)
        for place in each.places:
            cells[place] = code
        if each.label and isinstance(code, (int, float, str)) and code not in dict(values):
            values.append((code, each.label))
    stands = tuple(limits for limits in variable.missing if not any(within(cell, limits) for cell in held))
    fits = tuple(limits for limits in stands if isinstance(limits[0], kind))
    return replace(variable, cells=cells, values=tuple(values), unsaid=(), missing=fits)


def _free(unsaid: Unsaid, held: set[object], values: Sequence[tuple[Code, str]]) -> object:
    """The code, or the next one where an answer has it: of 0 and 1, which say whether an option was ticked, for one."""
    others = {code for code, label in values if label != unsaid.label} | held
    if unsaid.code not in others and not (held <= {0, 1} and held and unsaid.code in {0, 1}):
        return unsaid.code
    numbers = [code for code in others | {0, 1} if isinstance(code, (int, float))]
    return int(max(numbers)) + 1
