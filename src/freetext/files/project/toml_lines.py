"""TOML files that know on which line each value stands, so that a refusal can name it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from freetext.errors import FreetextError
from freetext.files.disk.places import explaining

LARGEST = 4_000_000
"""Bytes; a codeframe of 5,000 themes with definitions and examples is half of that."""

DEEPEST = 20
"""Parts of a dotted key."""

Refusal = Callable[..., FreetextError]
"""Makes an error of a text, `file` and `line`: CodeframeError, SettingsError."""

Place = tuple[str | int, ...]
"""Where a value stands: ("theme", 2, "slug") is the slug of the third `[[theme]]`."""

TOKEN = re.compile(
    r'(?P<text>"""(?:\\.|[^\\])*?(?:"{3,5}|\Z)|\'\'\'.*?(?:\'{3,5}|\Z)|"(?:\\.|[^"\\\n])*"?|\'[^\'\n]*\'?)'
    r"|(?P<comment>#[^\n]*)|(?P<line>\n)|(?P<open>[\[{])|(?P<close>[\]}])|(?P<sign>[=.,])|(?P<word>[\w+:-]+)|(?P<blank>.)",
    re.DOTALL,
)
"""Matches anything, also texts that do not end, so that one pass over a hostile file is enough."""

HINTS = {
    "Unescaped '\\'": " Write '/' in paths, or '\\\\' for one backslash.",
    "Invalid value": ' Texts stand between straight quotes: key = "...".',
    "Cannot overwrite": " A key stands twice.",
}
"""What usually mends a complaint of tomllib."""


@dataclass(frozen=True)
class Toml:
    """A parsed file: its values, and the line (counted from 1) of every header, key and listed text."""

    file: str
    data: dict[str, Any]
    lines: dict[Place, int]
    refusal: Refusal

    def line(self, *place: str | int) -> int | None:
        """The line of a value, or of the nearest thing around it that has one."""
        for length in range(len(place), 0, -1):
            if place[:length] in self.lines:
                return self.lines[place[:length]]
        return None

    def refuse(self, what: str, *place: str | int) -> FreetextError:
        """Make the error that names the file and the line of a value."""
        return self.refusal(what, file=self.file, line=self.line(*place))


def read_toml(path: str | Path, refusal: Refusal) -> Toml:
    """Read a TOML file; raises what `refusal` makes, or MissingFile and InputError where there is nothing to read."""
    with explaining(path) as place, place.open("rb") as handle:
        raw = handle.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise refusal(f"more than {LARGEST // 1_000_000} MB: this is no such file.", file=path)
    return parse_toml(_decoded(raw, path, refusal), str(path), refusal)


def parse_toml(text: str, file: str, refusal: Refusal) -> Toml:
    """Parse TOML text; `file` is what errors call it."""
    for line, statement in _statements(text):
        if _longest_path(statement) > DEEPEST:  # tomllib takes the square of its length
            raise refusal("a key of too many parts.", file=file, line=line)
    try:
        data = tomllib.loads(text)
    except RecursionError:
        raise refusal("values are nested too deep.", file=file) from None
    except ValueError as error:
        raise _syntax(error, text, file, refusal) from None
    return Toml(file, data, _found(text), refusal)


def _decoded(raw: bytes, path: str | Path, refusal: Refusal) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        what = f"byte 0x{raw[error.start]:02x} is no UTF-8. Save the file as UTF-8."
        raise refusal(what, file=path, line=line) from None


def _syntax(error: ValueError, text: str, file: str, refusal: Refusal) -> FreetextError:
    """Move the line out of tomllib's message, and say what usually mends it."""
    match = re.fullmatch(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", str(error), re.DOTALL)
    if not match:  # a number with thousands of digits
        return refusal(f"not TOML: {str(error).split(';')[0]}.", file=file)
    what, line, column = match.groups()
    hint = next((hint for sign, hint in HINTS.items() if sign in what), "")
    at = f" at column {column}" if column else " at the end of the file"
    last = len(text.rstrip("\r\n").split("\n"))
    return refusal(f"not TOML: {what}{at}.{hint}", file=file, line=int(line) if line else last)


def _found(text: str) -> dict[Place, int]:
    """Scan text that is known to be valid TOML for the lines of its headers, keys and listed texts."""
    lines: dict[Place, int] = {}
    counts: dict[Place, int] = {}
    table: Place = ()
    for line, statement in _statements(text):
        kinds = [kind for kind, _, _ in statement]
        if kinds[0] == "open":
            doubled = kinds[:2] == ["open", "open"]
            names = _names(statement[2 if doubled else 1 : kinds.index("close")])
            table = _entered(names, doubled, counts)
            lines.setdefault(table, line)
            lines.setdefault(table[:1], line)
        elif ("sign", "=") in [token[:2] for token in statement]:
            equals = [token[:2] for token in statement].index(("sign", "="))
            place = (*table, *_names(statement[:equals]))
            lines[place] = line
            lines.update(_listed(place, statement[equals + 1 :]))
    return lines


Token = tuple[str, str, int]
"""Kind, text and line."""


def _statements(text: str) -> Iterator[tuple[int, list[Token]]]:
    """Split into statements (a header, or a key and its value), each with the line on which it begins."""
    statement: list[Token] = []
    line, depth = 1, 0
    for match in TOKEN.finditer(text.replace("\r\n", "\n")):
        kind, word = str(match.lastgroup), match.group()
        depth += {"open": 1, "close": -1}.get(kind, 0)
        if kind == "line" and depth == 0 and statement:
            yield statement[0][2], statement
            statement = []
        elif kind not in {"comment", "line", "blank"}:
            statement.append((kind, word, line))
        line += word.count("\n")
    if statement:
        yield statement[0][2], statement


def _longest_path(statement: list[Token]) -> int:
    """The greatest number of parts that dots join."""
    longest = parts = 1
    for _, word, _ in statement:
        if word == ".":
            parts += 1
        elif word in {"=", ",", "[", "]", "{", "}"}:
            parts = 1
        longest = max(longest, parts)
    return longest


def _names(tokens: list[Token]) -> Place:
    """The parts of a dotted key; a part may be bare or quoted."""
    return tuple(_plain(kind, word) for kind, word, _ in tokens if kind in {"word", "text"})


def _plain(kind: str, word: str) -> str:
    return word if kind == "word" else str(tomllib.loads(f"key = {word}")["key"])


def _entered(names: Place, doubled: bool, counts: dict[Place, int]) -> Place:
    """The place that a header opens: parts that are arrays of tables mean their latest table."""
    place: Place = ()
    for depth, name in enumerate(names, start=1):
        place = (*place, name)
        if doubled and depth == len(names):
            counts[place] = counts.get(place, -1) + 1
        if place in counts:
            place = (*place, counts[place])
    return place


def _listed(place: Place, value: list[Token]) -> Iterator[tuple[Place, int]]:
    """The lines of the texts in a flat array."""
    if not value or value[0][1] != "[":
        return
    texts = [line for kind, _, line in value if kind == "text"]
    if sum(kind == "open" for kind, _, _ in value) == 1:
        yield from (((*place, number), line) for number, line in enumerate(texts))
