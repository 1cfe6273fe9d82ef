"""Values written as TOML."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence

ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
SPECIAL = re.compile(r'[\\"\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]')
WIDEST = 100


def quoted(text: str) -> str:
    """A text in quotes, on one line; whatever an editor would not show is escaped."""
    return f'"{SPECIAL.sub(_escaped, text)}"'


def listed(texts: Sequence[str]) -> str:
    """A list of texts: on one line where it is short, else one text a line."""
    parts = [quoted(text) for text in texts]
    line = f"[{', '.join(parts)}]"
    return line if len(line) <= WIDEST else "[\n" + "".join(f"  {part},\n" for part in parts) + "]"


def key_value(key: str, value: str | int | Sequence[str]) -> str:
    """One line `key = value` (several for a long list)."""
    if isinstance(value, int):
        return f"{key} = {str(value).lower() if isinstance(value, bool) else value}\n"
    return f"{key} = {quoted(value) if isinstance(value, str) else listed(value)}\n"


def remark(text: str) -> str:
    """A comment, wrapped; control characters, which TOML forbids in comments, become spaces."""
    plain = " ".join(SPECIAL.sub(lambda match: match.group() if match.group() in '\\"' else " ", text).split())
    return "".join(f"# {line}\n" for line in textwrap.wrap(plain, WIDEST, break_on_hyphens=False))


def _escaped(match: re.Match[str]) -> str:
    sign = match.group()
    return ESCAPES.get(sign, f"\\u{ord(sign):04x}")
