"""One answer with all that is known of it: what a search finds, and what an explanation says."""

from __future__ import annotations

from dataclasses import dataclass

from freetext.survey.labels import Label
from freetext.survey.query import Span


@dataclass(frozen=True, slots=True)
class Given:
    """A theme of an answer, as codes write it, and who gave it: `human`, `rule` or `model`."""

    code: str
    by: str


@dataclass(frozen=True, slots=True)
class Found:
    """One answer: what stands in it where, its themes, and those in dispute.

    spans   where the words that were looked for stand in the text
    coders  who decided by a log, empty where nobody did
    none    people decided that no theme applies
    coded   whether anybody, or a model, has coded the answer
    wave    the wave that it was given in, where several were looked through
    """

    id: str
    question: str
    respondent: str
    text: str
    spans: tuple[Span, ...] = ()
    themes: tuple[Given, ...] = ()
    disputed: tuple[str, ...] = ()
    coders: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    none: bool = False
    coded: bool = False
    wave: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a theme applies to an answer, or nearly does.

    by           `human`, `rule` or `model`
    coders       human: who gave it
    words        rule: the phrases; model: the words that speak most for it
    probability  model: calibrated, 0..1; None for a theme that was too rare to be calibrated
    cutoff       model: the probability where codes of this theme begin
    """

    code: str
    by: str
    coders: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    probability: float | None = None
    cutoff: float | None = None


@dataclass(frozen=True, slots=True)
class Dispute:
    """A theme that some coders gave to an answer and others did not."""

    code: str
    gave: tuple[str, ...]
    gave_not: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a coder's log on an answer; `undone` where it was taken back, `unused` says why it does not count otherwise."""

    label: Label
    undone: bool = False
    unused: str = ""


@dataclass(frozen=True, slots=True)
class Explained:
    """One answer, its codes and why, and its history.

    title     the question as it was put
    cells     the respondent's closed answers: (question's title, answer)
    codes     the themes that apply now: people's decisions before rules, rules before the model in force
    said      what the model would say, where people have decided and it would say something else
    near      the themes that the model all but chose, the nearest first
    disputed  the themes on which coders differ
    why       why a person should look at the answer, empty when not
    model     the digest of the model that was asked, empty where none was
    in_file   how the coded file has the answer: (file, themes, who decided); None where there is none
    history   every event of the logs on this answer, in order
    notes     what was assumed or is wrong, in plain words
    """

    found: Found
    title: str = ""
    cells: tuple[tuple[str, str], ...] = ()
    codes: tuple[Reason, ...] = ()
    said: tuple[Reason, ...] = ()
    near: tuple[Reason, ...] = ()
    disputed: tuple[Dispute, ...] = ()
    why: str = ""
    model: str = ""
    in_file: tuple[str, str, str] | None = None
    history: tuple[Event, ...] = ()
    notes: tuple[str, ...] = ()
