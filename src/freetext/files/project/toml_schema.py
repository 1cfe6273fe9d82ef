"""Which keys a TOML table may have and what they hold; shared by codeframe.toml and freetext.toml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from freetext.errors import FreetextError, did_you_mean
from freetext.files.project.toml_lines import Place, Toml

Kind = Literal["text", "texts", "number", "truth", "groups", "pairs", "table", "tables"]
Schema = Mapping[str, Kind]

WANTED: dict[Kind, str] = {
    "text": 'a text in quotes, as in {key} = "..."',
    "texts": 'a list of texts, as in {key} = ["...", "..."]',
    "number": "a whole number of at most nine digits, as in {key} = 3",
    "truth": "true or false without quotes, as in {key} = true",
    "groups": 'a table of lists, as in {key} = {{ "..." = ["...", "..."] }}',
    "pairs": 'a table of texts, as in {key} = {{ "..." = "..." }}',
    "table": "a table, headed [{key}]",
    "tables": "tables, each headed [[{key}]]",
}


@dataclass(frozen=True)
class TomlTable:
    """One table of a file, its keys and kinds checked; each getter takes a key of the schema."""

    toml: Toml
    place: Place
    values: dict[str, Any]

    def text(self, key: str, default: str = "") -> str:
        """The text of a key."""
        return str(self.values.get(key, default))

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of a list."""
        return tuple(self.values.get(key, ()))

    def number(self, key: str) -> int | None:
        """The whole number of a key, or None."""
        value = self.values.get(key)
        return None if value is None else int(value)

    def truth(self, key: str) -> bool:
        """Whether a key is true; one that is left out is not."""
        return bool(self.values.get(key, False))

    def groups(self, key: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The names and lists of an inline table."""
        return tuple((name, tuple(texts)) for name, texts in self.values.get(key, {}).items())

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """The names and texts of an inline table."""
        return tuple(self.values.get(key, {}).items())

    def line(self, key: str = "") -> int | None:
        """The line of a key, or of the table's head."""
        return self.toml.line(*self.place, key)

    def refuse(self, what: str, *keys: str | int) -> FreetextError:
        """Make the error that names the line of a key, or of the table's head."""
        return self.toml.refuse(what, *self.place, *keys)


def the_table(toml: Toml, key: str, schema: Schema) -> TomlTable:
    """The table of this name (empty where the file has none), checked; "" is the file itself."""
    values = toml.data.get(key, {}) if key else toml.data
    return _checked(toml, (key,) if key else (), values, schema)


def the_tables(toml: Toml, key: str, schema: Schema) -> tuple[TomlTable, ...]:
    """All tables of this name in the order of the file, checked."""
    return tuple(_checked(toml, (key, place), each, schema) for place, each in enumerate(toml.data.get(key, [])))


def check_format(toml: Toml, newest: int) -> None:
    """Refuse a file of a format that this version does not know; a file that does not say is of format 1."""
    number = toml.data.get("format", 1)
    if not _is_number(number) or number < 1:
        raise toml.refuse(f"format = {number!r} is no format; this version writes format = {newest}.", "format")
    if number > newest:
        raise toml.refuse(
            f"is of format {number}; this version of freetext reads up to {newest}. Update freetext.", "format"
        )


def check_choice(table: TomlTable, key: str, known: Sequence[str]) -> None:
    """Refuse a text that is not among the known ones."""
    value = table.text(key)
    if value not in known:
        said = f"{key} = {value!r} is none of: {', '.join(known)}. {did_you_mean(value, known)}"
        raise table.refuse(said.rstrip(), key)


def check_repeats(tables: Sequence[TomlTable], key: str) -> None:
    """Refuse two tables with the same value under a key."""
    seen: dict[Any, TomlTable] = {}
    for table in tables:
        value = table.values.get(key)
        if value is not None and value in seen:
            before = seen[value].line(key)
            raise table.refuse(f"{key} {value!r} stands twice, the first time in line {before}.", key)
        seen[value] = table


def _checked(toml: Toml, place: Place, values: dict[str, Any], schema: Schema) -> TomlTable:
    table = TomlTable(toml, place, values)
    name = next((str(part) for part in place if isinstance(part, str)), "")
    for key, value in values.items():
        if key not in schema:
            keys = f"{f'[{name}]' if name else 'The file'} may have: {', '.join(schema)}."
            raise table.refuse(f"unknown key {key!r}. {keys} {did_you_mean(key, schema)}".rstrip(), key)
        if not _is_kind(value, schema[key]):
            raise table.refuse(f"{key} must be {WANTED[schema[key]].format(key=key)}.", key)
    return table


def _is_kind(value: object, kind: Kind) -> bool:
    if kind == "texts":
        return isinstance(value, list) and all(isinstance(each, str) for each in value)
    if kind == "tables":
        return isinstance(value, list) and all(isinstance(each, dict) for each in value)
    if kind == "groups":
        return isinstance(value, dict) and all(_is_kind(each, "texts") for each in value.values())
    if kind == "pairs":
        return isinstance(value, dict) and all(isinstance(each, str) for each in value.values())
    if kind == "number":
        return _is_number(value)
    return isinstance(value, {"table": dict, "truth": bool}.get(kind, str))


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 1_000_000_000
