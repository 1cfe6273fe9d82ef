"""What a bridge says: the decisions of its own logs beside the old wave's codes, and the change in two parts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

import numpy as np

from freetext.errors import InputError, UnknownTheme, UsageError, counted, names_listed
from freetext.files.coding.answers import AnswerFile
from freetext.files.coding.coded_answers import coded_answers
from freetext.files.coding.tallying import Read, responses_of
from freetext.files.coding.wanted import Wanted
from freetext.files.labelling.labels import LabelLog, read_labels
from freetext.files.labelling.log_folders import bridge_folder, bridge_project
from freetext.files.labelling.settled import Decisions, decisions_for
from freetext.files.project.settings import Project, read_settings
from freetext.interfaces.bridge_reviews import Drawable, drawable, wave_said
from freetext.interfaces.earlier_waves import EarlierRead, read_earlier, wave_file
from freetext.interfaces.sources import Source, table_from
from freetext.review.bridge_draw import Reached, reached
from freetext.survey.answers import FloatArray
from freetext.survey.codeframe import Codeframe
from freetext.survey.labels import Key, Label, moment, standing
from freetext.survey.responses import Banner, Responses
from freetext.survey.settling import place_of
from freetext.tallies.bridge import bridged
from freetext.tallies.bridge_parts import Bridge
from freetext.tallies.bridge_wave import Rereading, rereading_by_person
from freetext.tallies.carried import origins
from freetext.tallies.conventions import Correction
from freetext.tallies.sums import sums_of

HALF = 0.5


@dataclass(frozen=True, slots=True)
class BridgeFacts:
    """How far the bridge to a wave is, for one question.

    size      answers that could be drawn; of_all: all that are not blank, for people coded none of them
    read      answers that count as read again; `lost` are decided behind a gap, and count once it is closed
    disputed  answers of these on which coders differ
    coders    who decided in it
    unknown   names of themes that were added to the codeframe after answers of the bridge were read: it says nothing of them
    problems  what of the bridge's logs could not be used
    wave      how commands name the old wave, behind a blank; nothing for the last before the present one
    """

    question: str
    size: int = 0
    read: int = 0
    lost: int = 0
    disputed: int = 0
    of_all: bool = False
    coders: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    wave: str = ""

    @property
    def notes(self) -> tuple[str, ...]:
        """What stands below a table of the bridge."""
        return tuple(_notes(self))


def has_bridge(project: Project, file: str) -> bool:
    """Whether anything is decided in the bridge to the wave of this file of answers."""
    return bool(standing(read_labels(bridge_folder(project, file)).labels))


def rereading_of(old: EarlierRead, project: Project, question: str, *, file: str = "") -> tuple[Rereading, BridgeFacts]:
    """Read what people decided in the bridge to a wave: rows as the wave's responses have them, respondents joined.

    `file` is the wave's file of answers, where its name cannot be told from the coded file's. Without any decision nothing is read.
    Raises InputError where the coded file has no verbatims that decisions could be held against, or for a theme that is unknown.
    """
    place = old.opened(question)
    opened, table = old.read.opened[place], old.read.table
    if not opened.text:
        what = f"no column of verbatims for {question!r}, which the decisions of its bridge could be held against."
        raise InputError(what, file=table.file, remedy="--text names it.")
    wave = file or wave_file(table, project)
    apart = bridge_project(project, wave)
    logs = (read_labels(each.path(each.questionnaire.labels)).labels for each in (project, apart))
    log = LabelLog(tuple(chain.from_iterable(logs)))
    answers = coded_answers(table, {opened.text: opened.question}, project, log, old.wanted.question)
    there, found = drawable(answers, project, [question], wave=wave), decisions_for(answers, apart)
    far = reached(there.answers, there.frame, there.answers.among(_decided(found)))
    known = np.where(np.isnan(there.known), 1.0, there.known)
    frame = opened.responses.codeframe
    again, unknown = _again(answers, far, found, frame, apart)
    facts = replace(_facts(question, there, far, found, again, unknown), wave=wave_said(wave, project))
    rows = old.read.places
    whole = Rereading(again[rows], far.pi[rows], known[rows])
    return _by_person(whole, old.read.rows[place], old.read.people), facts


def bridge_of(
    old: EarlierRead,
    new: Read,
    question: str,
    rereading: Rereading,
    *,
    by: str = "",
    raw: bool = False,
    nets: bool = True,
    correction: Correction = "bh",
) -> Bridge:
    """Split a question's changes in two, in total and by a banner that both waves were read with; see `tallies.bridge`.

    `rereading` is what the new coding says of the old wave: people's (`rereading_of`), or with `raw` a model's codes of all answers.
    Raises UsageError for a question or a banner that one of the waves does not have.
    """
    before = _responses(old.read, question, "the old wave")
    now = _responses(new, question, "the new wave")
    banners = [_banner(each, by, called) for each, called in ((old.read, "the old wave"), (new, "the new wave"))]
    return bridged(
        before,
        rereading,
        sums_of(now, banner=banners[1], weights=new.weights, base=new.base),
        banner=banners[0],
        weights=old.read.weights,
        base=old.read.base,
        origins=origins(now.codeframe, old.known[question]),
        raw=raw,
        population=(old.read.conventions.population, new.conventions.population),
        correction=correction,
        nets=nets,
    )


def bridge_between(
    project: str | Path | Project,
    old_coded: Source,
    new_coded: Source,
    *,
    question: str = "",
    by: str = "",
    old_file: str = "",
) -> tuple[Bridge, BridgeFacts]:
    """Read two coded waves of a project and what people decided in the bridge between them; the change in two parts.

    Raises UsageError where there are several open questions and none is named, and what reading a coded file raises.
    """
    plan = project if isinstance(project, Project) else read_settings(Path(project))
    wanted = Wanted(closed=(), by=(by,) if by else ())
    old = read_earlier(table_from(old_coded, project=plan), wanted, plan)
    new = responses_of(table_from(new_coded, project=plan), wanted, plan)
    named = question or _only([each.question for each in new.opened])
    if named not in old.known:
        raise UsageError(f"{named!r} is no open question of the old wave: {names_listed(list(old.known))}.")
    rereading, facts = rereading_of(old, plan, named, file=old_file)
    return bridge_of(old, new, named, rereading, by=by), facts


def _only(questions: Sequence[str]) -> str:
    if len(questions) != 1:
        raise UsageError(f"which question? There are {names_listed(list(questions)) or 'none'}.")
    return questions[0]


def _decided(found: Decisions) -> Collection[Key]:
    return {key for key, each in found.settled.items() if not each.by_rule} - found.open


def _again(
    answers: AnswerFile, far: Reached, found: Decisions, frame: Codeframe, apart: Project
) -> tuple[FloatArray, tuple[str, ...]]:
    """What people say of each answer that was reached (n, k), nan of the others; and the names of themes that they did not all know."""
    again = np.full((len(far.read), len(frame)), np.nan)
    keys = list(zip(answers.answers.ids, answers.answers.questions, strict=True))
    read = {keys[place]: place for place in np.flatnonzero(far.read).tolist()}
    try:
        for key, place in read.items():
            settled = found.settled[key]
            again[place] = 0.0
            again[place, [place_of(slug, frame) for slug in settled.disputed]] = HALF
            again[place, [place_of(slug, frame) for slug in settled.themes]] = 1.0
    except UnknownTheme as error:
        mend = "Where a slug was changed by hand, `freetext codeframe rename OLD NEW` carries the decisions over."
        folder = apart.path(apart.questionnaire.labels)
        raise InputError(error.what, file=folder, remedy=f"{error.remedy} {mend}".strip()) from error
    unknown = _added_since(frame, [label for label in standing(found.labels) if label.key in read])
    again[:, unknown] = np.nan
    return again, tuple(frame.themes[place].name for place in unknown)


def _added_since(frame: Codeframe, labels: Sequence[Label]) -> list[int]:
    """The places of themes that were added to the codeframe after one of these decisions."""
    first = min((moment(label.time) for label in labels), default=None)
    times = [frame.added(slug) for slug in frame.slugs]
    return [place for place, time in enumerate(times) if first is not None and time and moment(time) > first]


def _facts(
    question: str, there: Drawable, far: Reached, found: Decisions, again: FloatArray, unknown: tuple[str, ...]
) -> BridgeFacts:
    asked = [label for label in standing(found.labels) if label.question == question]
    return BridgeFacts(
        question,
        int(np.count_nonzero(there.frame)),
        int(np.count_nonzero(far.read)),
        far.lost,
        int(np.count_nonzero((again == HALF).any(axis=1))),
        there.every,
        tuple(sorted({label.coder for label in asked})),
        unknown,
        found.problems,
    )


def _by_person(rereading: Rereading, rows: Responses, people: Sequence[str] | None) -> Rereading:
    """Join rows to respondents where `people.once_each` did: at the first row of each where the question was asked."""
    if people is None:
        return rereading
    person = np.unique(np.array(people, dtype=object).astype(str), return_inverse=True)[1]
    here = np.flatnonzero(rows.asked | rows.answered)
    names, first = np.unique(person[here], return_index=True)
    if len(names) == len(here):
        return rereading
    said = np.flatnonzero(rows.answered)
    joined = rereading_by_person(rereading.take(said), np.searchsorted(names, person[said]), len(names))
    again, pi, known = np.full_like(rereading.again, np.nan), np.ones(len(rows)), np.ones(len(rows))
    again[here[first]], pi[here[first]] = joined.again, joined.pi
    known[here[first]] = 1.0 if joined.known is None else joined.known
    return Rereading(again, pi, known)


def _responses(read: Read, question: str, called: str) -> Responses:
    """The responses to an open question, by the name that labels give it."""
    for opened, responses in zip(read.opened, read.responses, strict=False):
        if opened.question == question:
            return responses
    raise UsageError(f"{question!r} is no open question of {called}.")


def _banner(read: Read, name: str, called: str) -> Banner | None:
    if not name:
        return None
    for banner in read.banners:
        if banner.name == name:
            return banner
    raise UsageError(f"--by {name}: {called} was not read with it.")


def _notes(facts: BridgeFacts) -> Iterator[str]:
    if not facts.read and not facts.lost:
        yield f"Nothing of the bridge is read yet: `freetext review --bridge{facts.wave}` draws and walks it."
    if facts.lost:
        yield (
            f"{counted(facts.lost, 'answer')} of the bridge stand behind one that nobody has decided, and count once the gap is closed: "
            f"`freetext review --bridge{facts.wave}`."
        )
    if facts.disputed:
        yield f"{counted(facts.disputed, 'answer')} of the bridge in dispute count half: `freetext adjudicate --bridge{facts.wave}`."
    if facts.of_all and facts.read:
        yield "People coded nothing of the old wave: the bridge was drawn among all its answers."
    yield from (f"In the bridge's logs: {said}" for said in facts.problems)
    if facts.unknown:
        yield f"{names_listed(list(facts.unknown))}: added to the codeframe after the bridge was read, which says nothing of it."
