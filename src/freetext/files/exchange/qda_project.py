"""A coded survey as programs for qualitative analysis know it: texts with passages, codes on them, cases with variables."""

from __future__ import annotations

from dataclasses import dataclass

from freetext.files.exchange.dataset import Variable
from freetext.survey.codeframe import Codeframe

MODEL, RULES, PEOPLE = "freetext: model", "freetext: phrases", "people"
"""Users that are nobody: the model, the codeframe's phrases, and people whose names the file does not know."""


@dataclass(frozen=True, slots=True)
class Coded:
    """One code of an answer: the theme's slug in the question's codeframe, and who gave it (a coder's name, or one of the above)."""

    slug: str
    coder: str


@dataclass(frozen=True, slots=True)
class CodedText:
    """One answer as it was given, blank ones too; `id` names it within its question, `respondent` who gave it."""

    id: str
    respondent: str
    text: str
    codes: tuple[Coded, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class CodedQuestion:
    """An open question and its answers, in the survey's order."""

    name: str
    title: str
    codeframe: Codeframe
    answers: tuple[CodedText, ...]

    def __post_init__(self) -> None:
        """Refuse codes that are no theme of the codeframe."""
        unknown = sorted({code.slug for each in self.answers for code in each.codes} - self.codeframe.position.keys())
        if unknown:
            message = f"codes of {self.name!r} that are no theme of codeframe {self.codeframe.name!r}: {unknown[:5]}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True, eq=False)
class QdaProject:
    """What a project file holds: one text a question, whose paragraphs are the answers.

    people     the respondents, in the survey's order, none twice; empty for a project without cases
    variables  what else is known of them (closed questions, weights): each with one cell a respondent
    crlf       line breaks of two characters, as MAXQDA and ATLAS.ti count them
    """

    name: str
    questions: tuple[CodedQuestion, ...]
    people: tuple[str, ...] = ()
    variables: tuple[Variable, ...] = ()
    crlf: bool = False

    def __post_init__(self) -> None:
        """Refuse variables of another length, and respondents who stand twice."""
        lengths = {len(each.cells) for each in self.variables}
        if lengths - {len(self.people)} or len(set(self.people)) != len(self.people):
            message = (
                f"{len(self.people)} people ({len(set(self.people))} different), variables of {sorted(lengths)} cells"
            )
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class QdpxWritten:
    """What was written: texts, answers that are not blank, codes on them, cases; and cells whose control characters were taken out.

    `said` is what people should know, such as why there are no cases.
    """

    path: str
    sources: int
    answers: int
    codings: int
    cases: int
    stripped: int
    said: tuple[str, ...] = ()
