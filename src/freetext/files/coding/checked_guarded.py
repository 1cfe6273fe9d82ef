"""Which columns of a table are searched for personal data and safeguarding: every one that holds texts and that nobody drops."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from freetext.errors import named
from freetext.files.coding.checked_columns import Plan
from freetext.files.tabular.tables import Table
from freetext.guard import safeguarding
from freetext.guard.checks_people import Finder, Raised
from freetext.guard.redactor import Redactor
from freetext.survey.codeframe import fold
from freetext.survey.questionnaire import Question
from freetext.survey.several import parts_of

OURS = "freetext_"
"""How columns begin that freetext wrote."""

WORDS = 3
"""Words of one cell from which on a column holds texts, whatever it is taken for."""


@dataclass(frozen=True, slots=True)
class Guards:
    """What looks into answers for personal data and for safeguarding; None: nobody does.

    candidate  what a text must hold for the finder to find something in it, a pattern of RE2; empty: any text may
    """

    finder: Finder | None = None
    candidate: str = ""
    raised: Raised | None = None

    @property
    def any(self) -> bool:
        """Whether anybody looks."""
        return self.finder is not None or self.raised is not None


def all_guards() -> Guards:
    """What looks into answers unless somebody wants less."""
    redactor = Redactor()
    return Guards(redactor, redactor.candidate, _raised)


def _raised(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """The categories of safeguarding that each text raises."""
    return [safeguarding.categories(found) for found in safeguarding.flags(texts)]


@dataclass(frozen=True, slots=True)
class Searched:
    """A column that is searched.

    place     where it stands, from 0
    label     its name; of one without a name, or with one that stands twice, its number too
    question  what its answers are to: the open question, or the label
    own       says whether a cell is the survey's words and nobody's answer: an option that the settings list
    """

    place: int
    label: str
    question: str
    own: Callable[[str], bool]


def searched_columns(table: Table, plan: Plan) -> tuple[list[Searched], tuple[str, ...]]:
    """The columns to search, and the names of the others: those dropped, those of freetext, those without a text of WORDS words."""
    texts = {each.columns[0]: each for each in plan.texts}
    options = {column: each for each in plan.closed for column in each.columns} if plan.stated else {}
    found, left = [], []
    for place, label in enumerate(_labels(table.names)):
        name = table.names[place]
        own = _own(options.get(name))
        if name in texts:
            found.append(Searched(place, label, texts[name].name, own))
        elif name in plan.dropped or name.startswith(OURS) or not _holds_texts(table.texts_at(place), own):
            left.append(label)
        else:
            found.append(Searched(place, label, label, own))
    return found, tuple(left)


def _labels(names: Sequence[str]) -> Iterator[str]:
    """What columns are called in findings."""
    times = Counter(names)
    for place, name in enumerate(names, start=1):
        if not name.strip():
            yield f"column {place}"
        else:
            yield named(name) if times[name] == 1 else f"{named(name)} (column {place})"


def _own(question: Question | None) -> Callable[[str], bool]:
    """Say of cells whether they are options that the settings list, or several of them."""
    if question is None or not question.options:
        return lambda _: False
    known = {fold(option) for option in (*question.options, *dict(question.reserved))}
    separator = question.separator if question.kind == "multi" and len(question.columns) == 1 else ""
    return lambda text: all(fold(part) in known for part in parts_of(text, separator, question.options))


def _holds_texts(cells: Sequence[str], own: Callable[[str], bool]) -> bool:
    return any(len(text.split()) >= WORDS and not own(text) for text in set(cells))
