"""What an output is called: a number that stays with its source, and a key of all that decides its content."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence

from freetext.batch.parts import Part
from freetext.files.parts.coded_folders import INSIDE, MANIFEST, SUCCESS

LAYOUT = 1
"""Of what stands in an output folder; another one means other keys."""

PART = re.compile(r"part-[0-9]{4,}\.([0-9a-f]{16})\.(?:parquet|csv)")
BESIDE = re.compile(INSIDE + r"/([0-9a-f]{16})\.(?:json|sums\.npz|top\.parquet|ids\.npy)")
FRAME = re.compile(INSIDE + r"/codeframe-[^/]{1,120}\.toml")
TEMPORARY = re.compile(r"(?:" + INSIDE + r"/)?\.freetext-[0-9a-f]{12}\.tmp")
LOCK = f"{INSIDE}/.lock"
BY_PRODUCTS = (".json", ".sums.npz", ".top.parquet", ".ids.npy")


def key_of(part: Part, models: Sequence[str], settings: Mapping[str, object], ending: str, labels: str = "") -> str:
    """Return 16 hexadecimal digits of all that decides a part's output: source, content, range, models, settings, format, labels."""
    said = [LAYOUT, part.name, part.fingerprint, part.rows, sorted(models), dict(settings), ending, labels]
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=True).encode()).hexdigest()[:16]


def file_of(number: int, key: str, ending: str) -> str:
    """Return the name of a part's output."""
    return f"part-{number:04d}.{key}{ending}"


def beside(key: str, ending: str) -> str:
    """Return the name of a by-product of a part, below the output folder."""
    return f"{INSIDE}/{key}{ending}"


def numbered(sources: Iterable[str], numbers: Mapping[str, int]) -> dict[str, int]:
    """Give each source its number: the one that it has, or the next that nobody ever had; sources that are gone keep theirs."""
    given = dict(numbers)
    following = max(given.values(), default=0) + 1
    for source in sources:
        if source not in given:
            given[source] = following
            following += 1
    return given


def owned(name: str) -> bool:
    """Whether a file of an output folder is ours by its name."""
    return name in (MANIFEST, SUCCESS, LOCK) or any(each.fullmatch(name) for each in (PART, BESIDE, FRAME, TEMPORARY))


def key_in(name: str) -> str:
    """Return the key in the name of a part's output or by-product; empty for other files."""
    found = PART.fullmatch(name) or BESIDE.fullmatch(name)
    return found[1] if found else ""
