"""Which model coded which answers of a coded file: how models are named in it, and how many answers each has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from freetext.errors import counted, named
from freetext.files.coding.coded_blocks import MODEL, THEMES
from freetext.files.coding.coded_records import COLD
from freetext.files.tabular.tables import Table

SHORT = 8
"""Characters of a digest that people compare."""

WORDS = "codeframe words"
"""Names what was coded without labels, by the words of the codeframe alone."""

UNKNOWN = "unknown"
"""Names the model of codes of which nobody knows it."""


MOST = 20
"""Models that are told one by one."""


def model_called(name: str, digest: str) -> str:
    """Name a model as the column `freetext_model` does: NAME@DIGEST, of the digest what people compare."""
    return WORDS if digest == COLD else f"{name}@{digest[:SHORT]}"


def several(cells: Iterable[str]) -> bool:
    """Whether cells of `freetext_model` name more than one model."""
    return len(set(cells) - {""}) > 1


def model_of(column: str) -> str:
    """Return the name of the column that says which model gave the codes of a column of ours, empty beside anybody else's."""
    return column.replace(THEMES, MODEL, 1) if column.startswith(THEMES) else ""


def answers_by_model(table: Table, column: str, places: Iterable[int] | None = None) -> dict[str, int]:
    """Count the answers of each model in a column of codes, the rows `places` alone where given; empty where the file does not say."""
    name = model_of(column)
    if name not in table.names:
        return {}
    cells = table.texts(name)
    counts = Counter(cells if places is None else (cells[place] for place in places))
    return {model: counts[model] for model in sorted(counts) if model.strip()}


def models_told(models: Mapping[str, int], *, hidden: bool = False) -> str:
    """Name models and how many answers each coded; not how many where a disclosure profile hides numbers."""
    told = [
        named(name) if hidden else f"{named(name)} ({counted(count, 'answer')})"
        for name, count in list(models.items())[:MOST]
    ]
    return ", ".join([*told, *([f"and {len(models) - MOST:,} more"] if len(models) > MOST else [])])
