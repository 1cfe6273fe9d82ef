"""What a REFI-QDA code has no place for, written into its description so that people read it and nothing is lost on the way back."""

from __future__ import annotations

import re
from dataclasses import replace

from freetext.files.project.codeframe_cells import escaped, unescaped
from freetext.survey.codeframe import Theme

HEADS = {
    "include:": "include",
    "exclude:": "exclude",
    "examples:": "examples",
    "keywords:": "keywords",
    "always:": "always",
    "never:": "never",
}
TAG = re.compile(r"\[freetext: slug ([^\s,\]]+), number (-?[0-9]{1,9})(?:, reserved ([a-z-]+))?\]")
"""The last line: what only freetext knows."""


def description(theme: Theme) -> str:
    """Write a theme's definition, its lists under heads of their own, its slug and its number."""
    parts = [_definition(theme.definition)] if theme.definition else []
    for head, key in HEADS.items():
        if items := getattr(theme, key):
            parts.append("\n".join([head.capitalize(), *map(_item, items)]))
    reserved = f", reserved {theme.reserved}" if theme.reserved else ""
    parts.append(f"[freetext: slug {theme.slug}, number {theme.number}{reserved}]")
    return "\n\n".join(parts)


def _definition(text: str) -> str:
    return "\n".join(map(_plain, escaped(text).split("\n")))


def _plain(line: str) -> str:
    """Write a line of a definition so that it is not taken for one of ours."""
    return rf"\u{{{ord(line[0]):x}}}{line[1:]}" if _is_ours(line) else line


def _is_ours(line: str) -> bool:
    return line.rstrip().casefold() in HEADS or bool(TAG.fullmatch(line.rstrip()))


def _item(text: str) -> str:
    return "- " + escaped(text).replace("\n", "\n  ")


def described(text: str, theme: Theme) -> tuple[Theme, int | None]:
    """Read a description into a theme that has its name; also its number, None where nobody wrote one.

    Heads that other programs' users wrote (a line `Include:`, items with `-` below) are read as well; the rest is the definition.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    first = next((place for place, line in enumerate(lines) if _is_ours(line)), len(lines))
    lists, rest, tag = _sections(lines[first:])
    before = "\n".join(lines[:first])
    definition = before.removesuffix("\n") if tag else before.strip()
    if rest:
        definition = "\n".join([definition, *rest]).strip()
    made = _listed(replace(theme, definition=unescaped(definition)), lists)
    if tag is None:
        return made, None
    return replace(made, slug=tag[1], reserved=tag[3] or ""), int(tag[2])


def _listed(theme: Theme, lists: dict[str, list[str]]) -> Theme:
    kept = {key: tuple(map(unescaped, lists.get(key, ()))) for key in HEADS.values()}
    return replace(
        theme,
        include=kept["include"],
        exclude=kept["exclude"],
        examples=kept["examples"],
        keywords=kept["keywords"],
        always=kept["always"],
        never=kept["never"],
    )


def _sections(lines: list[str]) -> tuple[dict[str, list[str]], list[str], re.Match[str] | None]:
    """Read heads with their items; lines that are neither are the rest."""
    lists: dict[str, list[str]] = {}
    rest: list[str] = []
    tag, items = None, None
    for line in lines:
        found = TAG.fullmatch(line.rstrip())
        key = HEADS.get(line.rstrip().casefold())
        if found:
            tag, items = found, None
        elif key:
            items = lists.setdefault(key, [])
        elif items is not None and (line.startswith("- ") or line == "-"):
            items.append(line[2:])
        elif items and line.startswith("  "):
            items[-1] += "\n" + line[2:]
        elif line.strip():
            rest.append(line)
    return lists, rest, tag
