"""What a report is made of: a survey, read, coded and tallied, as one value."""

from __future__ import annotations

from dataclasses import dataclass, field

from freetext.reports.report import Fact
from freetext.reports.since import Since
from freetext.survey.answers import BoolArray, FloatArray
from freetext.survey.questionnaire import Move
from freetext.survey.responses import Banner, Responses
from freetext.tallies.agreement_figures import Agreement
from freetext.tallies.conventions import Conventions
from freetext.tallies.sums import Sums
from freetext.tallies.table import TallyTable

CARRIED = 5_000
"""Answers that a section carries at most."""


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What `n` respondents wrote, one entry a row of the question's `Responses`, in its order.

    ids      names an answer, so that a reader can look it up in the file; never printed beside a quote
    texts    the verbatims, whole; empty where there is none
    who      who or what coded the answer, as a report may say so: "ada, ben", "model 1a2b3c", "rule"; empty where nobody did
    flagged  bool (n,): somebody raised personal data or a safeguarding concern; such an answer is never shown
    scores   float (n, k): how sure the model is of each theme of the codeframe, nan where it does not say; None where there is no model
    """

    ids: tuple[str, ...]
    texts: tuple[str, ...]
    who: tuple[str, ...]
    flagged: BoolArray
    scores: FloatArray | None = None


@dataclass(frozen=True, slots=True)
class Wave:
    """The same question in an earlier wave: its name ("2019") and its total alone, protected like the others."""

    name: str
    table: TallyTable


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """One question: what was said to it, and its tables as they are to be printed.

    responses  one entry a row of the coded table, as they were tallied (respondents with several rows joined)
    tables     the total alone first, then one a banner; lettered, arranged, and protected where there is a profile
    sums       of the total alone, before anything was protected; a ranking has its pairs from them. None where there are none
    told       the verbatims of an open question; None for the others
    moves      the back-coding moves of this question
    waves      earlier waves, the oldest first
    since      what has changed since the last of them; None where nothing can be said
    """

    responses: Responses
    tables: tuple[TallyTable, ...]
    sums: Sums | None = None
    told: Told | None = None
    moves: tuple[Move, ...] = ()
    waves: tuple[Wave, ...] = ()
    since: Since | None = None

    @property
    def name(self) -> str:
        """The question's name."""
        return self.responses.question

    @property
    def title(self) -> str:
        """What was asked, or the question's name."""
        return self.responses.title or self.responses.question

    @property
    def total(self) -> TallyTable:
        """The table of the total alone."""
        return self.tables[0]


@dataclass(frozen=True, slots=True)
class ByModel:
    """How many answers of a wave a model coded, at least in part; the model as in "innovation@1a2b3c4d"."""

    wave: str
    model: str
    answers: int


@dataclass(frozen=True, slots=True)
class Coding:
    """Who coded the open questions, for the methods.

    coders     names or initials of the people, as the report may print them; their number alone is told where `named` is false
    model      the model's name and digest, as in "innovation 1a2b3c4d"; or what else coded ("codes of verbatims.csv")
    codeframe  the codeframe's name and digest
    agreement  how far the coders agree with each other, and the model with them, where anybody has looked
    version    of freetext, "0.4.0"
    by_model   which model coded how many answers, wave by wave, the oldest first; empty where nobody knows
    """

    coders: tuple[str, ...] = ()
    named: bool = True
    model: str = ""
    codeframe: str = ""
    agreement: tuple[Agreement, ...] = ()
    version: str = ""
    by_model: tuple[ByModel, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Surveyed:
    """A survey, ready to be reported: `n` rows, the same in every question.

    questions    in the order in which they are reported
    banners      the columns of the cross-tabs, by the names that the tables bear; their members tell who said a quote
    weights      float (n,): one weight a row, as tallied; None where everybody counts the same
    people       who stands behind each row (n,), so that answers of one person in different rows are found together; empty where
                 every row is a person
    beside       pairs of names: the open question, and the closed one that asks the same
    conventions  those by which the tables were made; `disclosure` hides here what it hides there
    wave         the name of this wave, beside `Asked.waves`
    provenance   digests, versions and options, as they are to be printed
    only         which rows count, in plain words ("type is London or North"); empty for all
    warnings     what a reader must know before any number, besides what the report finds out itself
    verbatims    whether the answers behind the numbers are carried; never under a disclosure profile
    limit        answers that a section carries at most
    seed         of the draw of those, where there are more
    """

    title: str
    questions: tuple[Asked, ...]
    subtitle: str = ""
    only: str = ""
    banners: tuple[Banner, ...] = ()
    weights: FloatArray | None = None
    people: tuple[str, ...] = ()
    beside: tuple[tuple[str, str], ...] = ()
    conventions: Conventions = field(default_factory=Conventions)
    coding: Coding = field(default_factory=Coding)
    wave: str = "this wave"
    provenance: tuple[Fact, ...] = ()
    warnings: tuple[str, ...] = ()
    verbatims: bool = True
    limit: int = CARRIED
    seed: int = 0
    lang: str = "en"

    def asked(self, name: str) -> Asked | None:
        """The question of this name, or None."""
        return next((each for each in self.questions if each.name == name), None)

    def banner(self, name: str) -> Banner | None:
        """The banner of this name, or None."""
        return next((each for each in self.banners if each.name == name), None)
