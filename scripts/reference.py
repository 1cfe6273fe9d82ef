"""Write docs/commands.md from the commands themselves; a test compares, so that nothing stays undocumented.

python scripts/reference.py
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

import typer
from typer.models import ArgumentInfo

from freetext.cli.app import app

PAGE = Path(__file__).resolve().parents[1] / "docs" / "commands.md"

HEAD = """# Commands

Written by `python scripts/reference.py` from the commands themselves.

Inputs are CSV, TSV, XLSX and Parquet by their ending; `-` is standard input or standard output, as CSV. In a project (`--project DIR`, or the current
folder when it holds a `freetext.toml`) every argument and option defaults from there.

Exit codes: 0 done; 1 a negative answer (a check failed, every answer is blank); 2 the input is wrong; 3 safeguarding flags (kept for `check`); 70 a bug of
ours; 130 interrupted. `NO_COLOR` is honoured. `freetext --install-completion` completes commands and options in your shell.
"""


def page() -> str:
    """Write the page."""
    return "\n".join([HEAD, *sections(app, "freetext")])


def sections(commands: typer.Typer, name: str) -> Iterator[str]:
    """Write one section for each command, groups walked through."""
    for each in commands.registered_commands:
        if each.callback is not None:
            yield from section(each.callback, f"{name} {each.name or each.callback.__name__}")
    for group in commands.registered_groups:
        if group.typer_instance is not None:
            yield from sections(group.typer_instance, f"{name} {group.name}")


def section(command: Callable[..., Any], name: str) -> Iterator[str]:
    """Write a command: what it does, its arguments and options."""
    yield f"## {name}\n"
    yield f"{' '.join((command.__doc__ or '').split())}\n"
    yield "| | | |\n| --- | --- | --- |"
    hints = get_type_hints(command, include_extras=True)
    for parameter, kind in hints.items():
        if parameter != "return":
            yield row(parameter, *get_args(kind)[:2])
    yield ""


def choices(kind: Any) -> Iterator[str]:
    """Give the words that an option takes, those of a literal inside an optional one too."""
    for each in get_args(kind):
        if get_args(each):
            yield from choices(each)
        elif each is not type(None):
            yield str(each)


def row(parameter: str, kind: Any, info: Any) -> str:
    """Write one argument or option: its name, what it takes, its help."""
    value = info.metavar or ("" if kind is bool else " or ".join(choices(kind)))
    said = " ".join(str(info.help).split())
    if isinstance(info, ArgumentInfo):
        return f"| `{value}` | | {said} |"
    first = [info.default] if isinstance(info.default, str) else []  # typer keeps the first name here
    name = ", ".join(f"`{each}`" for each in [*first, *info.param_decls] or [f"--{parameter.replace('_', '-')}"])
    return f"| {name} | {f'`{value}`' if value else ''} | {said} |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
