"""Checks of a file's header, and of columns that say nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from freetext.errors import counted, named, names_listed
from freetext.guard.checks import Cells, Finding


def check_names(names: Sequence[str]) -> Iterator[Finding]:
    """Columns without a name, and names that stand more than once."""
    bare = [str(place) for place, name in enumerate(names, start=1) if not name.strip()]
    if bare:
        what = f"{counted(len(bare), 'column')} without a name (number {names_listed(bare)}): nothing can ask for it."
        yield Finding("no-name", "note", what, count=len(bare), remedy="Name it in the file, if it is wanted.")
    for name in dict.fromkeys(names):
        if name.strip() and (times := names.count(name)) > 1:
            what = f"the name stands {times} times in the header: nothing can ask for these columns."
            yield Finding(
                "name-twice", "person", what, named(name), (), times, "Rename all but one of them in the file."
            )


def check_filled(columns: Iterable[Cells]) -> Iterator[Finding]:
    """Columns in which no cell is filled, and those in which every cell is the same."""
    kinds = {cells.name: _alike(cells.texts) for cells in columns if len(cells) > 1}
    empty = [name for name, kind in kinds.items() if kind == "empty"]
    if empty:
        what = f"{counted(len(empty), 'column')} without a filled cell: {names_listed(empty)}."
        yield Finding("empty-column", "note", what, count=len(empty), remedy="Is it the right file, and whole?")
    same = [name for name, kind in kinds.items() if kind == "same"]
    if same:
        what = f"{counted(len(same), 'column')} with the same in every row: {names_listed(same)}."
        yield Finding("constant", "note", what, count=len(same), remedy="It tells no answers apart.")


def _alike(texts: Sequence[str]) -> str:
    """Say whether cells are all alike: empty, same, or neither."""
    if not any(text and not text.isspace() for text in texts):
        return "empty"
    return "same" if all(text == texts[0] for text in texts) else ""


def check_asked(names: Sequence[str], asked: Mapping[str, str]) -> Iterator[Finding]:
    """Columns that the settings name and the file does not have; `asked` says of each what for."""
    for column, what_for in asked.items():
        if column not in names:
            what = f"freetext.toml names this column as {what_for}, and the file does not have it."
            remedy = "Is it the right file? A column that has another name here: rename it in the file, for one name stands for all waves. Else change freetext.toml."
            yield Finding("missing-column", "person", what, named(column), (), 1, remedy)


def check_marked(left_out: str, stay: str) -> Iterator[Finding]:
    """Rows that a survey platform marks: what is said of those that are left out, and of those that stay; empty for none."""
    for said, remedy in ((left_out, "`previews = true` in freetext.toml keeps them."), (stay, "Look at them.")):
        if said:
            yield Finding("platform-rows", "note", f"{said}.", remedy=remedy)
