"""Codeframes read from workbooks and CSV: one row a theme or net, columns recognised by their heads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from freetext.errors import CodeframeError, named, names_listed, quoted
from freetext.files.project.codeframe_cells import list_in, text_in
from freetext.files.project.codeframe_columns import columns_found, is_number
from freetext.files.project.codeframe_drafts import Draft, codeframe_of_drafts, is_slug, key_of
from freetext.files.tabular.rows import Table
from freetext.survey.codeframe import Codeframe, Theme, fold, slugify

HEAD, NET, THEME = "codeframe", "net", "theme"
KINDS = {
    "": THEME,
    "theme": THEME,
    "code": THEME,
    "net": NET,
    "group": NET,
    "parent": NET,
    "category": NET,
    "codeframe": HEAD,
}
MOST = 20_000
"""Rows; nobody codes with more themes, and each is looked up among all."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that says something: its number in the file, and its cells by column."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "").strip()

    @property
    def name(self) -> str:
        return text_in(self["name"]) or self["slug"]


def codeframe_of_table(table: Table, cells: Sequence[Sequence[str]]) -> tuple[Codeframe, tuple[str, ...]]:
    """Make a codeframe of a table, whose `cells` stand as texts, column by column; also what people should know.

    Raises CodeframeError, which names the file, the row and the column.
    """
    found = columns_found(table.names, cells, file=table.file, remedy=_other_sheets(table))
    heads = {column: table.names[place] for column, place in found.items()}
    rows = _rows(table, found, cells)
    kinds = [_kind(row, table.file, heads) for row in rows]
    head = "".join(text_in(row["definition"]) for row, kind in zip(rows, kinds, strict=True) if kind == HEAD)
    rows, kinds = [r for r, kind in zip(rows, kinds, strict=True) if kind != HEAD], [k for k in kinds if k != HEAD]
    parents, made = _parents(rows, kinds)
    held = {parent for parent in parents if parent is not None}
    drafts = [
        _draft(row, parent, kind == NET or place in held, table.file, heads)
        for place, (row, kind, parent) in enumerate(zip(rows, kinds, parents, strict=True))
    ]
    _check_twice(drafts, table.file, heads)
    drafts += [Draft(Theme("", 0, name), net=True) for name in made]
    unknown = [name for place, name in enumerate(table.names) if place not in found.values() and name.strip()]
    return codeframe_of_drafts(drafts, head, file=table.file, heads=heads), _said(unknown, rows, made)


def _other_sheets(table: Table) -> str:
    """The command that reads another sheet, where a workbook has several and none was named."""
    if not any(each.startswith("sheet ") and "(first of " in each for each in table.took):
        return ""
    made = Path(table.file).with_suffix(".toml")
    return f"Where another sheet does: freetext codeframe convert {table.file} {made} --sheet NAME"


def _rows(table: Table, found: Mapping[str, int], cells: Sequence[Sequence[str]]) -> list[_Row]:
    if len(table) > MOST:
        raise CodeframeError(f"{len(table):,} rows: this is no codeframe.", file=table.file)
    rows = [
        _Row(table.row(place), {column: cells[at][place] for column, at in found.items()})
        for place in range(len(table))
    ]
    return [row for row in rows if any(cell.strip() for cell in row.cells.values())]


def _kind(row: _Row, file: str, heads: Mapping[str, str]) -> str:
    kind = KINDS.get(key_of(row["kind"]))
    if kind is None:
        what = f"{quoted(row['kind'])} is no kind of row: theme, net, or nothing."
        raise CodeframeError(what, file=file, row=row.number, column=heads["kind"])
    if kind != HEAD and not row.name:
        what = "a theme without a name."
        raise CodeframeError(what, file=file, row=row.number, column=heads.get("name", heads.get("slug")))
    return kind


def _parents(rows: Sequence[_Row], kinds: Sequence[str]) -> tuple[list[int | None], list[str]]:
    """Where the net of each row stands, and the names of nets that have no row of their own, which stand behind the rows."""
    alone = {
        fold(text_in(row["net"])) for row in rows if fold(text_in(row["net"])) in (fold(row["slug"]), fold(row.name))
    }
    known: dict[str, int] = {}
    for wanted in (NET, THEME):
        for column in ("slug", "name", "number"):
            for place, row in enumerate(rows):
                key = fold(row.name if column == "name" else row[column])
                if kinds[place] == wanted and key and not (wanted == THEME and key in alone):
                    known.setdefault(key, place)
    parents: list[int | None] = []
    made: list[str] = []
    for row in rows:
        net = text_in(row["net"])
        if net and fold(net) not in known:
            known[fold(net)] = len(rows) + len(made)
            made.append(net)
        parents.append(known[fold(net)] if net else None)
    return parents, made


def _draft(row: _Row, parent: int | None, net: bool, file: str, heads: Mapping[str, str]) -> Draft:
    slug, number = row["slug"], row["number"]
    if number and not is_number(number):
        what = f"{quoted(number)} is no number for a theme: whole, at most nine digits."
        raise CodeframeError(what, file=file, row=row.number, column=heads["number"])
    reserved = slugify(row["reserved"]).replace("don-t", "dont") if row["reserved"] else ""
    theme = Theme(
        slug if is_slug(slug) or not slug else slugify(slug),
        0,
        row.name,
        text_in(row["definition"]),
        include=list_in(row["include"]),
        exclude=list_in(row["exclude"]),
        examples=list_in(row["examples"]),
        keywords=list_in(row["keywords"]),
        always=list_in(row["always"]),
        never=list_in(row["never"]),
        reserved=reserved,
    )
    return Draft(theme, int(number) if number else None, parent, net, row.number)


def _check_twice(drafts: Sequence[Draft], file: str, heads: Mapping[str, str]) -> None:
    for column in ("slug", "number"):
        seen: dict[str | int, int] = {}
        for draft in drafts:
            value = draft.theme.slug if column == "slug" else draft.number
            if value is None or value == "":
                continue
            if value in seen:
                what = f"{column} {value!r} stands twice, the first time in row {seen[value]}."
                raise CodeframeError(what, slug=draft.theme.slug, file=file, row=draft.row, column=heads[column])
            seen[value] = draft.row


def _said(unknown: Sequence[str], rows: Sequence[_Row], made: Sequence[str]) -> tuple[str, ...]:
    odd = [row["slug"] for row in rows if row["slug"] and not is_slug(row["slug"])]
    often = Counter(fold(row.name) for row in rows if not row["slug"])
    twice = list({fold(row.name): row.name for row in rows if often[fold(row.name)] > 1}.values())
    said = [f"not read, as no column of a codeframe has this name: {names_listed(unknown)}"] if unknown else []
    said += [f"not written as slugs, and made so: {names_listed(odd)}"] if odd else []
    said += [f"names that stand twice, without slugs to tell them apart: {names_listed(twice)}"] if twice else []
    said += [f"nets without a row of their own: {names_listed([named(name) for name in made])}"] if made else []
    return tuple(said)
