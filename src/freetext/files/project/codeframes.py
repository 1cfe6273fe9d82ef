"""`codeframe.toml`: read with line numbers in every refusal, written the same way every time; other endings are read too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

from freetext.errors import CodeframeError
from freetext.files.disk.atomic import write_text
from freetext.files.project.toml_lines import Toml, parse_toml, read_toml
from freetext.files.project.toml_schema import Schema, TomlTable, check_format, check_repeats, the_table, the_tables
from freetext.files.project.toml_text import key_value, quoted
from freetext.survey.codeframe import PHRASES, Codeframe, Theme, fold, glossary_fault, phrase_fault, slugify
from freetext.survey.fates import Change, ChangeOp

FORMAT = 1
"""The newest format of codeframe.toml that is read, and the one that is written."""

TOP: Schema = {
    "format": "number",
    "name": "text",
    "title": "text",
    "lang": "text",
    "single": "truth",
    "redact": "truth",
    "glossary": "pairs",
    "theme": "tables",
    "net": "tables",
    "change": "tables",
}
NET: Schema = {"slug": "text", "number": "number", "name": "text", "definition": "text", "net": "text"}
THEME: Schema = {
    "slug": "text",
    "number": "number",
    "name": "text",
    "definition": "text",
    "include": "texts",
    "exclude": "texts",
    "examples": "texts",
    "keywords": "texts",
    "always": "texts",
    "never": "texts",
    "net": "text",
    "reserved": "text",
}
CHANGE: Schema = {"op": "text", "from": "texts", "to": "texts", "time": "text", "why": "text"}


OTHER_FORMS = (".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".qdc", ".qdpx")
"""Endings of codeframes that are no TOML."""


def read_codeframe(path: str | Path) -> Codeframe:
    """Read a codeframe: TOML, or by its ending a table (.xlsx, .csv), a REFI-QDA codebook (.qdc) or project (.qdpx).

    Raises CodeframeError, which names the file and the line (of a table the row and the column), InputError, MissingFile.
    """
    if Path(path).suffix.lower() not in OTHER_FORMS:
        return _codeframe(read_toml(path, CodeframeError), Path(path).stem)
    from freetext.files.project.codeframe_forms import read_form

    return read_form(path).codeframe


def parse_codeframe(text: str, file: str | Path = "codeframe.toml") -> Codeframe:
    """Read a codeframe from its text; `file` is what errors call it."""
    return _codeframe(parse_toml(text, str(file), CodeframeError), Path(file).stem)


def write_codeframe(codeframe: Codeframe, path: str | Path, *, force: bool = False) -> None:
    """Write a codeframe, whole or not at all; raises OutputError where a file stands and `force` is not given."""
    write_text(codeframe_text(codeframe), path, force=force)


def codeframe_text(codeframe: Codeframe) -> str:
    """The text of codeframe.toml: the same codeframe gives the same text, which parses back to an equal codeframe."""
    parts = [f"\n{_table_text('net', net, NET)}" for net in codeframe.nets]
    parts += [f"\n{theme_text(theme)}" for theme in codeframe.themes]
    return _top_text(codeframe) + "".join(parts) + _changes_text(codeframe)


def head_text(codeframe: Codeframe) -> str:
    """The text of all that a codeframe says beside its themes and nets, for forms that have no place for it; see `headed`."""
    return _top_text(codeframe) + _changes_text(codeframe)


def headed(text: str, themes: tuple[Theme, ...], nets: tuple[Theme, ...], *, file: str | Path) -> Codeframe:
    """Make a codeframe of its themes and nets and of a text as `head_text` writes it; raises CodeframeError."""

    def refusal(what: str, *, file: object = None, line: int | None = None) -> CodeframeError:
        return CodeframeError(f"in line {line or 1} of what it says of the whole codeframe: {what}", file=file)

    return _head(parse_toml(text, str(file), refusal), Path(file).stem)(themes, nets)


def _top_text(codeframe: Codeframe) -> str:
    parts = [key_value("format", FORMAT), key_value("name", codeframe.name)]
    parts += [key_value("title", codeframe.title)] if codeframe.title else []
    parts += [key_value("lang", codeframe.lang)]
    parts += [key_value("single", codeframe.single)] if codeframe.single else []
    parts += [] if codeframe.redact else [key_value("redact", codeframe.redact)]
    parts += [glossary_text(codeframe.glossary)] if codeframe.glossary else []
    return "".join(parts)


def _changes_text(codeframe: Codeframe) -> str:
    return "".join(f"\n{change_text(change)}" for change in codeframe.changes)


def theme_text(theme: Theme) -> str:
    """The text of one `[[theme]]`."""
    return _table_text("theme", theme, THEME)


def change_text(change: Change) -> str:
    """The text of one `[[change]]`."""
    return _table_text("change", change, CHANGE)


def glossary_text(glossary: Sequence[tuple[str, str]]) -> str:
    """The text of `[glossary]`."""
    return "\n[glossary]\n" + "".join(f"{quoted(short)} = {quoted(meant)}\n" for short, meant in glossary)


def _table_text(head: str, noun: Theme | Change, schema: Schema) -> str:
    values = ((key, getattr(noun, "from_" if key == "from" else key)) for key in schema)
    lines = (key_value(key, value) for key, value in values if value or key == "number")
    return f"[[{head}]]\n" + "".join(lines)


def _codeframe(toml: Toml, stem: str) -> Codeframe:
    head = _head(toml, stem)
    themes, nets = the_tables(toml, "theme", THEME), the_tables(toml, "net", NET)
    for table in (*themes, *nets):
        _check_table(table)
    for key in ("slug", "number"):
        check_repeats((*themes, *nets), key)
    made = _themes((*themes, *nets))
    try:
        return head(made[: len(themes)], made[len(themes) :])
    except CodeframeError as error:
        raise _placed(error, toml, (*themes, *nets)) from None


def _head(toml: Toml, stem: str) -> Callable[[tuple[Theme, ...], tuple[Theme, ...]], Codeframe]:
    """Read all but the themes and nets; what makes the codeframe of these is given back."""
    check_format(toml, FORMAT)
    top = the_table(toml, "", TOP)
    changes = tuple(_change(table) for table in the_tables(toml, "change", CHANGE))
    glossary = _glossary(top)

    def codeframe(themes: tuple[Theme, ...], nets: tuple[Theme, ...]) -> Codeframe:
        return Codeframe(
            top.text("name", slugify(stem)),
            themes,
            nets,
            top.text("title"),
            top.text("lang", "en"),
            changes=changes,
            single=top.truth("single"),
            glossary=glossary,
            redact=top.values.get("redact", True) is True,
        )

    return codeframe


def _check_table(table: TomlTable) -> None:
    """Refuse what has no line any more once it is a theme: no slug, and a fault in one phrase of many."""
    if not table.text("slug"):
        raise table.refuse(f"a [[{table.place[0]}]] without a slug.", "slug")
    for key in PHRASES:
        for place, phrase in enumerate(table.texts(key)):
            if fault := phrase_fault(phrase):
                raise table.refuse(f"{table.text('slug')!r}, {key}: {fault}", key, place)


def _themes(tables: tuple[TomlTable, ...]) -> tuple[Theme, ...]:
    """Make themes; one without a number gets its place, or the next number that nobody has."""
    taken = {table.number("number") for table in tables}
    themes = []
    for place, table in enumerate(tables, start=1):
        number = table.number("number")
        if number is None:
            number = next(each for each in range(place, place + len(tables) + 1) if each not in taken)
            taken.add(number)
        themes.append(_theme(table, number))
    return tuple(themes)


def _theme(table: TomlTable, number: int) -> Theme:
    slug = table.text("slug")
    return Theme(
        slug,
        number,
        table.text("name", slug),
        table.text("definition"),
        include=table.texts("include"),
        exclude=table.texts("exclude"),
        examples=table.texts("examples"),
        keywords=table.texts("keywords"),
        always=table.texts("always"),
        never=table.texts("never"),
        net=table.text("net"),
        reserved=table.text("reserved"),
    )


def _change(table: TomlTable) -> Change:
    op = cast("ChangeOp", table.text("op"))
    try:
        return Change(op, table.texts("from"), table.texts("to"), table.text("time"), table.text("why"))
    except CodeframeError as error:
        raise table.refuse(error.what, error.key) from None


def _glossary(top: TomlTable) -> tuple[tuple[str, str], ...]:
    """Read `[glossary]`; what is wrong with an abbreviation is told at its line."""
    pairs = top.pairs("glossary")
    seen: dict[str, str] = {}
    for short, meant in pairs:
        if fault := glossary_fault(short, meant):
            raise top.refuse(fault, "glossary", short)
        if before := seen.get(fold(short)):
            raise top.refuse(
                f"the abbreviation {short!r} stands twice, the first time as {before!r}.", "glossary", short
            )
        seen[fold(short)] = short
    return pairs


def _placed(error: CodeframeError, toml: Toml, tables: tuple[TomlTable, ...]) -> CodeframeError:
    """The same refusal with the file and the line of what it is about."""
    if error.key == "change":
        found = [{*each.get("from", ()), *each.get("to", ())} for each in toml.data["change"]]
        line = toml.line("change", max((place for place, slugs in enumerate(found) if error.slug in slugs), default=0))
    else:
        table = next((each for each in tables if error.slug and each.text("slug") == error.slug), None)
        line = table.line(error.key) if table else toml.line(error.key)
    return CodeframeError(error.what, slug=error.slug, key=error.key, file=toml.file, line=line)
