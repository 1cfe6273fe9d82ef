"""Checks for people: columns that tell who somebody is, personal data in answers, and answers that somebody must see today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Protocol

from freetext.errors import counted, names_listed
from freetext.guard.checks import Cells, Finding, Flagged, found

Raised = Callable[[Sequence[str]], Sequence[Collection[str]]]
"""The categories of safeguarding that each text raises, in the texts' order; none for most."""

LOOK = (
    "Somebody trained must read these answers today. A lexicon finds some and not all: no flag is no promise that "
    "nothing is the matter."
)


class Kinded(Protocol):
    """A place in a text, of a kind: name, phone, email ..."""

    @property
    def kind(self) -> str:
        """What it is."""


class Finder(Protocol):
    """Finds personal data in a text, as `guard.redactor.Redactor` does."""

    def spans(self, text: str, /) -> Sequence[Kinded]:
        """Return the places that tell who somebody is."""


def check_identifiers(names: Sequence[str]) -> Iterator[Finding]:
    """Columns that tell who somebody is and that nobody drops."""
    if names:
        what = f"{counted(len(names), 'column')} that can tell who somebody is: {names_listed(names)}."
        remedy = "Name them under `drop` in freetext.toml ([survey]), or take them out of the file."
        yield Finding("identifier", "person", what, names[0] if len(names) == 1 else "", (), len(names), remedy)


def check_personal(cells: Cells, finder: Finder, suspects: Iterable[int], *, masked: bool) -> list[Finding]:
    """Personal data in answers: only those at `suspects` (from 0) are looked at; `masked` says whether a model sees them masked."""
    kinds: Counter[str] = Counter()
    places = []
    known: dict[str, tuple[str, ...]] = {}
    for place in suspects:
        text = cells.texts[place]
        if text not in known:
            known[text] = tuple(span.kind for span in finder.spans(text))
        if known[text]:
            kinds.update(known[text])
            places.append(place)
    listed = ", ".join(f"{kind} {times:,}" for kind, times in kinds.most_common())
    what = f"{{n}} whose answer holds what looks like personal data ({listed}). Rules find some and not all."
    if masked:
        remedy = "Models and sheets for coders see them masked; `freetext redact` and `freetext code --redact` mask the columns too."
        return found("personal-data", "note", cells, places, what, remedy)
    remedy = "`freetext redact FILE -o OUT` masks them; look through them before the file goes anywhere."
    return found("personal-data", "person", cells, places, what, remedy)


def flagged(
    cells: Cells, raised: Raised, ids: Sequence[str], questions: Sequence[str], *, with_text: bool = False
) -> Iterator[Flagged]:
    """The answers that raise a category, one entry for each; the text only where it is asked for. Each different text is looked at once."""
    different = list(dict.fromkeys(cells.texts))
    told = {text: sorted(found) for text, found in zip(different, raised(different), strict=True) if found}
    if not told:
        return
    for place, text in enumerate(cells.texts):
        for category in told.get(text, ()):
            shown = text if with_text else ""
            yield Flagged(int(cells.rows[place]), ids[place], questions[place], category, shown)


def check_flagged(column: str, flags: Sequence[Flagged]) -> Iterator[Finding]:
    """How many answers of a column are flagged: their rows stand in the restricted list and nowhere else."""
    rows = {flag.row for flag in flags}
    if rows:
        what = f"{len(rows):,} answer{'s' * (len(rows) != 1)} flagged for safeguarding."
        yield Finding("safeguarding", "safeguarding", what, column, (), len(rows), LOOK)
