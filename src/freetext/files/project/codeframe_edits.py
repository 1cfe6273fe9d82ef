"""codeframe.toml edited in place: the comments and the layout of its authors stay, in whatever order its tables stand."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from freetext.errors import CodeframeError
from freetext.files.disk.places import bytes_of
from freetext.files.project.codeframes import THEME, change_text, parse_codeframe, theme_text
from freetext.files.project.toml_blocks import MARK, Block, blocks_of
from freetext.files.project.toml_text import WIDEST, key_value, listed, quoted
from freetext.survey.codeframe import Codeframe, Theme

UNWRITTEN = 'definition = ""  # What belongs here, what does not? Write it before anybody codes with this theme.\n'


def rewritten(path: Path, before: Codeframe, planned: Codeframe) -> str:
    """Return the text of a codeframe's file, edited so that it reads as planned; writes nothing.

    Themes of the same number are the same, new ones stand where one went, else behind the theme that they follow; changes come at
    the end. Raises CodeframeError
    where the file does not read as `before` any more, or cannot be edited.
    """
    whole = bytes_of(path).decode("utf-8", "replace")
    text = whole.removeprefix(MARK).replace("\r\n", "\n")
    if not _reads_as(before, text, path):
        raise CodeframeError("has changed meanwhile; nothing was written. Try again.", file=path)
    for numbered in (False, True):  # a number that is not written is counted, and may change when a table goes
        edited = _edited(text, path, before, planned, numbered=numbered)
        if _reads_as(planned, edited, path):
            mark = MARK if whole.startswith(MARK) else ""
            return mark + (edited.replace("\n", "\r\n") if "\r\n" in whole else edited)
    what = "cannot be edited here: write every theme under a [[theme]] of its own. Nothing was written."
    raise CodeframeError(what, file=path)


def _reads_as(codeframe: Codeframe, text: str, path: Path) -> bool:
    try:
        return parse_codeframe(text, path) == codeframe
    except CodeframeError:
        return False


def _edited(text: str, path: Path, before: Codeframe, planned: Codeframe, *, numbered: bool) -> str:
    """Edit the text table by table; where a theme went the new ones stand."""
    themes, nets = iter(before.themes), iter(before.nets)
    wanted = {theme.number: theme for theme in planned.themes}
    known = {each.number for each in before.themes}
    fresh = [theme for theme in planned.themes if theme.number not in known]
    added = _followers(planned, known) if known <= set(wanted) else {}
    parts = []
    for block in blocks_of(text.removesuffix("\n") + "\n", str(path), CodeframeError):
        theme = next({"theme": themes, "net": nets}.get(block.kind, iter(())), None)
        if theme is None:
            parts.append(str(block))
        elif block.kind == "net" or theme.number in wanted:
            new = theme if block.kind == "net" else wanted[theme.number]
            table = str(replace(block, table=_table(block.table, theme, new, numbered=numbered)))
            parts.append(_followed(table, added.pop(theme.number, ()) if block.kind == "theme" else ()))
        else:
            parts.append(_without_table(block, fresh))
            fresh = []
    whole = "".join(parts)
    changes = [f"\n{change_text(change)}" for change in planned.changes[len(before.changes) :]]
    return whole.rstrip("\n") + "\n" + "".join(changes) if changes else whole


def _followers(planned: Codeframe, known: Collection[int]) -> dict[int, list[Theme]]:
    """The new themes by the number of the one before them that is there already; those before all others have none."""
    found: dict[int, list[Theme]] = {}
    behind: int | None = None
    for theme in planned.themes:
        if theme.number in known:
            behind = theme.number
        elif behind is not None:
            found.setdefault(behind, []).append(theme)
    return found


def _followed(text: str, fresh: Sequence[Theme]) -> str:
    """Put new tables behind the text of one, as far from what follows as that was."""
    if not fresh:
        return text
    body = text.rstrip("\n")
    return body + "\n\n" + "\n".join(map(_fresh, fresh)).rstrip("\n") + text[len(body) :]


def _table(text: str, old: Theme, new: Theme, *, numbered: bool) -> str:
    """Edit the keys that differ; a header stands on a line of its own."""
    if old == new and not numbered:
        return text
    import tomlkit
    from tomlkit.items import Array

    header, _, body = text.partition("\n")
    table = tomlkit.parse(body)
    values = {key: getattr(new, key) for key in THEME if getattr(new, key) != getattr(old, key)}
    if new.name == new.slug and "name" not in table:
        values.pop("name", None)
    if numbered and "number" not in table:
        values["number"] = new.number
    for key, value in values.items():
        held = table.get(key)
        if isinstance(held, Array) and _grows(held.as_string(), getattr(old, key), value):
            for added in value[len(held) :]:
                held.append(tomlkit.value(quoted(added)))
        else:
            table[key] = tomlkit.value(_written(value))
    return f"{header}\n{tomlkit.dumps(table)}" if values else text


def _grows(written: str, old: tuple[str, ...], new: tuple[str, ...]) -> bool:
    """Whether a list becomes another by adding to its end as it is written: over several lines, or on one that stays short."""
    return new[: len(old)] == old and ("\n" in written or len(listed(new)) <= WIDEST)


def _written(value: str | int | tuple[str, ...]) -> str:
    if isinstance(value, int):
        return str(value)
    return quoted(value) if isinstance(value, str) else listed(value)


def _without_table(block: Block, fresh: Sequence[Theme]) -> str:
    """Put new tables where one went; comments around it stay, apart from the table that comes next."""
    if fresh:
        return str(replace(block, table="\n".join(map(_fresh, fresh))))
    if not (block.above + block.below).strip():
        return ""
    return block.above + ("\n" if block.above else "") + block.below.lstrip("\n")


def _fresh(theme: Theme) -> str:
    text = theme_text(replace(theme, net="")) + ("" if theme.definition else UNWRITTEN)
    return text + (key_value("net", theme.net) if theme.net else "")
