"""Checks of closed questions: values outside their list, and one option spelled in several ways."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Sequence

from freetext.errors import counted, names_listed, quoted
from freetext.guard.checks import Cells, Finding, found
from freetext.survey.codeframe import fold
from freetext.survey.several import parts_of, ticked

RANK = re.compile(r"|[1-9][0-9]{0,2}(?:\.0+)?")

FEW = 60
"""Different values up to which a column's spellings are compared."""


def outside_list(cells: Cells, options: Collection[str], separator: str = "") -> list[Finding]:
    """Values of a closed question that are none of its options; `separator` parts those of a cell with several."""
    known = {fold(option) for option in options}
    stated = tuple(options)
    seen = {
        text: [each for each in parts_of(text, separator, stated) if fold(each) not in known]
        for text in set(cells.texts)
    }
    strange = list(dict.fromkeys(each for text in cells.texts for each in seen[text]))
    if not strange:
        return []
    places = (place for place, text in enumerate(cells.texts) if seen[text])
    what = f"{{n}} with {counted(len(strange), 'value')} outside the list: {names_listed([quoted(each) for each in strange])}."
    remedy = "Add them to `options` of the question in freetext.toml, or mend the file."
    return found("outside-list", "person", cells, places, what, remedy)


def no_tick(cells: Cells, option: str) -> list[Finding]:
    """Cells of an option's own column that neither tick it nor leave it."""
    bad = {text for text in set(cells.texts) if not _ticks(text, option)}
    places = (place for place, text in enumerate(cells.texts) if text in bad)
    what = "{n} with a cell that is neither 0 nor 1, nor the option's own words."
    return found("outside-list", "person", cells, places, what, "Mend them in the file.")


def _ticks(text: str, option: str) -> bool:
    try:
        ticked(text, option)
    except ValueError:
        return False
    return True


def no_rank(cells: Cells) -> list[Finding]:
    """Cells of a ranking that are no rank."""
    bad = {text for text in set(cells.texts) if not RANK.fullmatch(text.strip())}
    places = (place for place, text in enumerate(cells.texts) if text in bad)
    return found(
        "outside-list",
        "person",
        cells,
        places,
        "{n} with a cell that is no rank (1, 2, 3 ...).",
        "Mend them in the file.",
    )


def near_doubles(cells: Cells, separator: str = "", options: Collection[str] = ()) -> Iterator[Finding]:
    """Options that differ only in capitals and blanks, which are counted as one, or in marks and accents, which are not."""
    values = _values(cells.texts, separator, tuple(options))
    if len(values) > FEW:
        return
    apart = _alike({fold(value): value for value in values}.values(), _bare)
    if apart:
        what = f"options that differ only in marks or accents are counted apart: {_listed(apart)}."
        yield Finding("near-options", "person", what, cells.name, (), len(apart), "Spell them alike in the file.")
    same = _alike(values, fold)
    if same:
        what = f"options that differ only in capitals and blanks are counted as one: {_listed(same)}."
        yield Finding("option-spellings", "note", what, cells.name, (), len(same))


def _values(texts: Sequence[str], separator: str, options: Sequence[str]) -> list[str]:
    """The different values, in the order of their first letters, whatever the order of rows; blanks inside them stay."""
    whole = set(texts)
    parts = {part for text in whole for part in parts_of(text, separator, options)} if separator else whole
    return sorted(part for part in parts if part.strip())


def _alike(values: Collection[str], key: Callable[[str], str]) -> list[list[str]]:
    groups: dict[str, list[str]] = {}
    for value in values:
        groups.setdefault(key(value), []).append(value)
    return [group for group in groups.values() if len(group) > 1]


def _bare(value: str) -> str:
    """Letters and digits alone, without accents; the value itself where it has none."""
    bare = re.sub("['\u2019]", "", fold(value))
    plain = "".join(each for each in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(each))
    return " ".join(re.findall(r"[^\W_]+", plain)) if re.search(r"[^\W\d_]", plain) else value


def _listed(groups: Sequence[Sequence[str]]) -> str:
    return names_listed([" / ".join(quoted(value) for value in group[:4]) for group in groups])
