"""What a coder sees: a session's state as a frozen value, the same for every screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from freetext.review.items import Suggested
from freetext.survey.codeframe import Theme

Phase = Literal["answer", "find", "note", "search", "definition", "help", "leave", "summary", "empty"]
"""What the keys mean at the moment.

answer      an answer is asked: digits and capitals tick themes
find        a theme is looked for: letters are typed
note        a note is written: letters are typed
search      a text is looked for among the answers of this review: letters are typed
definition  the definitions of themes are shown
help        the keys are shown
leave       the coder wants to leave an answer with ticks that are not saved
summary     a batch is done: how far the table is
empty       nothing is left to ask
"""


@dataclass(frozen=True, slots=True)
class Choice:
    """One theme as it can be ticked.

    key      the key that ticks it; empty where it is reached by `/` alone
    said_by  adjudication: which of the shown choices hold it ("A", "B", ...)
    """

    slug: str
    name: str
    key: str = ""
    ticked: bool = False
    suggested: bool = False
    said_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reach:
    """How far one number of the table is: a theme of a question, in a banner's column or as a whole.

    share, low, high  the estimate and its interval, 0..1; None where nobody was audited
    audited           audit answers that the estimate rests on
    more              audit answers that are still wanted, 0 where the half-width has been reached
    """

    question: str
    theme: str
    column: str
    share: float | None
    low: float | None
    high: float | None
    audited: int
    more: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What is shown between batches: every number's reach, and whether to stop.

    reaches  the numbers, those that want most first
    target   the half-width wanted, 0..1
    more     audit answers that are wanted until every number has it
    advice   sentences for the coder, such as how long coding everything takes
    head     what stands in place of how far the numbers are, where nobody asks for numbers
    """

    reaches: tuple[Reach, ...] = ()
    target: float = 0.05
    more: int = 0
    advice: tuple[str, ...] = ()
    head: str = ""

    @property
    def stop(self) -> bool:
        """Whether every number has been reached."""
        return bool(self.reaches) and self.more == 0


@dataclass(frozen=True, slots=True)
class View:
    """One screen.

    survey              the survey's name, where there is one
    again               the old wave whose answers are coded again; empty in any other session
    text, title, cells  the answer, its question, and the respondent's closed answers (question, answer)
    choices             the themes in the codeframe's order
    lit                 the model's suggestion with its words; None in blind items
    typed               what is being typed (find, note, search)
    found               find: the themes that match (slug or name), the first is meant; search: the answers that match, once looked for
    passages            search: the text around each match, in the order of `found`; empty where `found` says it
    defined             the theme whose definition is shown first (definition)
    scroll              lines that the answer, or a page, is scrolled down by
    done, size          answers decided in this batch, and the batch's size
    total               answers that the coder decided in all
    pace                answers an hour, None before enough were decided; `minutes` left in this batch
    message             what just happened, or what is wrong; empty most of the time
    by                  who suggests
    concerns            what the answer looks like that a person must look at for safeguarding, by category
    after               what comes when nothing is left to ask, where that is not the usual: commands, and what they do
    """

    phase: Phase
    coder: str
    id: str = ""
    question: str = ""
    title: str = ""
    text: str = ""
    cells: tuple[tuple[str, str], ...] = ()
    choices: tuple[Choice, ...] = ()
    lit: tuple[Suggested, ...] | None = None
    said: tuple[tuple[str, ...], ...] = ()
    adjudicating: bool = False
    decided: bool = False
    none: bool = False
    note: str = ""
    flags: tuple[str, ...] = ()
    typed: str = ""
    found: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()
    defined: tuple[Theme, ...] = ()
    scroll: int = 0
    done: int = 0
    size: int = 0
    total: int = 0
    pace: float | None = None
    minutes: float | None = None
    summary: Summary | None = None
    message: str = ""
    survey: str = ""
    again: str = ""
    by: str = "The model"
    after: tuple[tuple[str, str], ...] = ()
    concerns: tuple[str, ...] = ()
