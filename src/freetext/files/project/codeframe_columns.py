"""How people head the columns of a codeframe in a workbook."""

from __future__ import annotations

from collections.abc import Sequence

from freetext.errors import CodeframeError, named, names_listed
from freetext.files.project.codeframe_drafts import key_of

COLUMNS = (
    "kind",
    "slug",
    "number",
    "name",
    "net",
    "definition",
    "include",
    "exclude",
    "examples",
    "keywords",
    "always",
    "never",
    "reserved",
)
"""The columns that are written, in order."""

ALIASES = {
    "kind": ("type", "row type"),
    "slug": ("id", "theme id", "key", "short name", "theme slug", "code slug"),
    "number": ("no", "nr", "num", "#", "code number", "code no", "value", "code value", "numeric code"),
    "name": ("label", "title", "theme", "theme name", "code name", "code label", "label text", "category name"),
    "net": ("parent", "group", "category", "parent code", "parent theme", "net name", "nets", "netting", "theme group"),
    "definition": ("description", "meaning", "definitions", "code description", "theme description", "what it means"),
    "include": ("includes", "inclusion", "inclusion criteria", "included", "include if", "when to use", "use for"),
    "exclude": ("excludes", "exclusion", "exclusion criteria", "excluded", "exclude if", "when not to use", "not for"),
    "examples": ("example", "example quotes", "quotes", "verbatims", "example verbatims", "example answers", "eg"),
    "keywords": ("keyword", "key words", "words", "search terms", "terms"),
    "always": ("always if", "rules", "always phrases"),
    "never": ("never if", "never phrases"),
    "reserved": ("special", "reserved code", "special code"),
    "code": ("codes",),
}
"""Other headings of each column; `code` is a number, a slug or a name, whichever its cells are."""

KNOWN = {key_of(alias): column for column, aliases in ALIASES.items() for alias in (column, *aliases)}


def columns_found(
    names: Sequence[str], cells: Sequence[Sequence[str]], *, file: str, remedy: str = ""
) -> dict[str, int]:
    """Where each column that is recognised stands; raises CodeframeError for two that say the same, and for none that names themes.

    `remedy` is what else may mend the latter.
    """
    found: dict[str, int] = {}
    for place, name in enumerate(names):
        column = KNOWN.get(key_of(name))
        if column is None:
            continue
        if column in found:
            before = names[found[column]]
            what = f"the columns {named(before)!r} and {named(name)!r} both say the {column}. Rename or delete one of them."
            raise CodeframeError(what, file=file)
        found[column] = place
    if "code" in found:
        _settle_code(found, cells)
    if not {"slug", "name"} & found.keys():
        what = "no column says the themes: head one `name` (or label, theme) or `slug`."
        there = names_listed([each for each in names if each])
        raise CodeframeError(f"{what} Columns: {there}. {remedy}".rstrip(), file=file)
    return found


def _settle_code(found: dict[str, int], cells: Sequence[Sequence[str]]) -> None:
    """A column headed `code` is the number where all its cells are whole numbers, else the slug beside a name, else the name."""
    place = found.pop("code")
    whole = all(is_number(cell) for cell in cells[place] if cell.strip())
    for column in ("number",) if whole else ("slug", "name") if "name" in found else ("name", "slug"):
        if column not in found:
            found[column] = place
            return


def is_number(cell: str) -> bool:
    """Whether a cell is a whole number of at most nine digits."""
    digits = cell.strip().removeprefix("-")
    return digits.isascii() and digits.isdigit() and len(digits) <= 9
