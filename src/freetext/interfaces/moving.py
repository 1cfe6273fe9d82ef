"""Back-coding carried out and taken back: the list of moves, the options of freetext.toml, and the log of both."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import numpy as np

from freetext.errors import InputError, NegativeAnswer, UsageError, did_you_mean, names_listed, quoted
from freetext.files.backcoding.move_edits import moves_in, write_moves
from freetext.files.backcoding.moves_log import MoveEvent, append_events, log_of, made_here, options_added, read_events
from freetext.files.backcoding.other_texts import OtherTexts
from freetext.files.labelling.locks import coder_lock
from freetext.files.project.question_edits import planned_edit, write_edit
from freetext.files.project.settings import Project
from freetext.interfaces.desk import utc_now
from freetext.interfaces.other_reviews import decided_on, other_review
from freetext.review.backcode_plan import Asked, Made, MovePlan, plan_moves
from freetext.review.backcoding import SHARE, least_of
from freetext.survey.codeframe import fold
from freetext.survey.questionnaire import Move, Question
from freetext.survey.responses import Responses

LOCK = "backcode"
"""Names the lock of whoever writes moves, in the project's folder."""

LIST = "moves.csv"
"""The list of moves of a project that has none yet."""


@dataclass(frozen=True, slots=True, eq=False)
class Planned:
    """What back-coding would change, and what everybody said to the closed question before and after.

    listed    the options that freetext.toml is to list
    problems  what was wrong with the logs of decisions
    texts     how many "Other" texts there are
    """

    plan: MovePlan
    before: Responses
    after: Responses
    listed: tuple[str, ...]
    problems: tuple[str, ...]
    texts: int
    least: int


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Moves that were taken back, the options that went with them, and those that nobody has any more but stay listed."""

    moves: tuple[Move, ...]
    dropped: tuple[str, ...]
    empty: tuple[str, ...]


def list_of(project: Project, question: Question) -> str:
    """The path of a question's list of moves: its own, another question's, or a new one."""
    others = (each.moves for each in project.questionnaire.questions if each.moves)
    return question.moves or next(others, LIST)


def moves_of(project: Project, question: Question) -> tuple[Move, ...]:
    """Read the moves of a question that are in force; raises InputError."""
    path = project.path(list_of(project, question))
    found = moves_in(path, encoding=project.questionnaire.encoding)
    return tuple(move for move in found if move.question == question.name)


def planned(others: OtherTexts, *, share: float = SHARE, partial: bool = False, keep_small: bool = False) -> Planned:
    """Plan the moves that the coders' decisions ask for; writes nothing.

    Raises NegativeAnswer where texts are undecided or in dispute and not only a `partial` back-coding is wanted, UsageError where
    there is no options codeframe, InputError for moves that do not fit.
    """
    question, project = others.question, others.project
    ruled, decisions = decided_on(others, other_review(others))
    moves, path = moves_of(project, question), project.path(list_of(project, question))
    least = least_of(others.base, share)
    separator = question.separator if others.several else ""
    listed = question.options or tuple(dict.fromkeys((*others.listed, *_targets(moves, separator))))
    events = read_events(log_of(path))
    made = made_here(events)
    added = (*options_added(events, question.name), *_unheard(moves, made, separator, others))
    asked = Asked(question.name, others.option, listed, least, separator, others.hashes, added)
    plan = plan_moves(list(others.texts), ruled, moves, made, asked, keep_small=keep_small)
    if not partial:
        _check_all_decided(others, plan)
    there = {name.strip() for name in others.file.answers.ids}
    after = [move for move in (*(each for each in moves if each not in plan.back), *plan.add) if move.id in there]
    options = _with_options(question, plan.options, others.option)
    before = others.moved([move for move in moves if move.id in there], options)
    moved = others.moved(after, options)
    check_base(others.said, moved, question)
    return Planned(plan, before, moved, options, decisions.problems, len(others.texts), least)


def _unheard(moves: Sequence[Move], made: Made, separator: str, others: OtherTexts) -> list[str]:
    """The options that moves of back-coding brought to a question that lists none."""
    here = [] if others.question.options else [move for move in moves if move.key in made]
    heard = {fold(each) for each in (*others.listed, others.option)}
    return [each for each in _targets(here, separator) if fold(each) not in heard]


def _check_all_decided(others: OtherTexts, plan: MovePlan) -> None:
    question, count = others.question.name, len(others.texts)
    told = []
    if plan.undecided:
        told.append(
            f"{len(plan.undecided):,} not decided yet ({names_listed(plan.undecided)}): `freetext backcode review`"
        )
    if plan.disputed:
        told.append(
            f"{len(plan.disputed):,} in dispute ({names_listed(plan.disputed)}): `freetext backcode review --adjudicate`"
        )
    if told:
        said = f'{question}: of {count:,} "Other" texts {"; ".join(told)}.'
        raise NegativeAnswer(f"{said} --partial carries out what is decided.")


def check_base(before: Responses, after: Responses, question: Question) -> None:
    """Hold that moves have changed nobody's having answered; raises InputError."""
    if not np.array_equal(before.answered, after.answered):
        raise InputError(f"moves of {quoted(question.name)} would change who answered it; nothing was written.")


def _targets(moves: Sequence[Move], separator: str) -> list[str]:
    return [part.strip() for move in moves for part in (move.to.split(separator) if separator else [move.to])]


def _with_options(question: Question, fresh: Sequence[str], other: str) -> tuple[str, ...]:
    """Put new options before "Other"; a question that lists none, or has a column for each, keeps what it has."""
    if not question.options or len(question.columns) > 1:
        return question.options
    place = next((at for at, each in enumerate(question.options) if fold(each) == fold(other)), len(question.options))
    return (*question.options[:place], *fresh, *question.options[place:])


def carry_out(others: OtherTexts, found: Planned) -> None:
    """Write what was planned: the log first, then the list of moves and freetext.toml, each whole or not at all.

    Nothing is written where freetext.toml or the moves of these answers have changed meanwhile (SettingsError, InputError) or another
    back-coding is at work (UsageError). Raises OutputError. Whoever is interrupted does it again: what is done is not done twice.
    """
    project, question, plan = others.project, others.question, found.plan
    path, now = project.path(list_of(project, question)), utc_now()
    held = plan.add or plan.stand or plan.differ
    listed = list_of(project, question) if held else question.moves
    fresh = [each for each in found.listed if each not in question.options]
    with _alone(project):
        edit = planned_edit(project, question, options=found.listed, moves=listed)
        add, back = _still_to_do(project, question, plan)
        events = [MoveEvent(now, "taken back", move, "decided otherwise") for move in back]
        events += [MoveEvent(now, "moved", move) for move in add]
        events += [MoveEvent(now, "option added", Move(question.name, "", others.option, each)) for each in fresh]
        append_events(log_of(path), events)
        if add or back:
            write_moves(path, add, back, encoding=project.questionnaire.encoding)
        write_edit(project, edit)


@contextmanager
def _alone(project: Project) -> Iterator[None]:
    """Hold a project's list of moves and its settings; raises UsageError while another back-coding writes them."""
    with ExitStack() as stack:
        try:
            stack.enter_context(coder_lock(project.folder, LOCK))
        except UsageError as error:
            what = f"{project.folder}: another back-coding is writing moves; nothing was written. Try again."
            raise UsageError(what) from error
        yield


def _still_to_do(project: Project, question: Question, plan: MovePlan) -> tuple[list[Move], list[Move]]:
    """Look again at the list: what is still to be added, and to be taken back; raises InputError where others moved these answers."""
    there = {move.key: move for move in moves_of(project, question)}
    add = [move for move in plan.add if move.key not in there]
    back = [move for move in plan.back if move.key in there]
    left = [move for move in there.values() if move not in back]
    if any(_clash(new, old) for new in add for old in left):
        raise InputError("has changed meanwhile; nothing was written. Try again.", file=list_of(project, question))
    return add, back


def _clash(one: Move, two: Move) -> bool:
    """Whether two moves are about the same answer."""
    if (one.id, fold(one.from_)) != (two.id, fold(two.from_)):
        return False
    return one.text_hash == two.text_hash or not (one.text_hash and two.text_hash)


def take_back(
    project: Project,
    question: Question,
    ids: Collection[str] = (),
    *,
    why: str = "",
    said: Collection[str] = (),
    drop_empty: bool = False,
    dry_run: bool = False,
) -> TakenBack:
    """Take moves of a question back, all or those of some respondents, and log it.

    An option that back-coding added goes with its last move; with `drop_empty` any goes that has no move any more and that nobody
    `said`. Raises UsageError for an id without a move, NegativeAnswer where there is none at all; nothing is written then, nor where
    freetext.toml has changed meanwhile (SettingsError). The list comes last, so that whoever is interrupted does it again.
    """
    moves, path = moves_of(project, question), project.path(list_of(project, question))
    if not moves:
        raise NegativeAnswer(f"{question.name}: no move is in force.")
    for name in ids:
        if name not in {move.id for move in moves}:
            hint = did_you_mean(name, [move.id for move in moves])
            raise UsageError(f"--id {name}: no move of {question.name} is theirs. {hint}".rstrip())
    back = [move for move in moves if not ids or move.id in ids]
    empty = _left_empty(question, moves, back, said)
    added = {fold(option) for option in options_added(read_events(log_of(path)), question.name)}
    dropped = tuple(each for each in empty if drop_empty or fold(each) in added)
    if not dry_run:
        now = utc_now()
        events = [MoveEvent(now, "taken back", move, why) for move in back]
        events += [MoveEvent(now, "option dropped", Move(question.name, "", "", each)) for each in dropped]
        kept = tuple(each for each in question.options if each not in dropped)
        with _alone(project):
            write_edit(project, planned_edit(project, question, options=kept, moves=question.moves))
            append_events(log_of(path), events)
            write_moves(path, (), back, encoding=project.questionnaire.encoding)
    return TakenBack(tuple(back), dropped, tuple(each for each in empty if each not in dropped))


def _left_empty(
    question: Question, moves: Sequence[Move], back: Sequence[Move], said: Collection[str]
) -> tuple[str, ...]:
    """The listed options whose last moves are taken back, and that nobody said."""
    if len(question.columns) > 1:
        return ()
    separator = question.separator if question.kind == "multi" else ""
    gone = {fold(each) for each in _targets(back, separator)}
    kept = {fold(each) for each in _targets([move for move in moves if move not in back], separator)}
    kept |= {fold(each) for each in (*said, *named_elsewhere(question))}
    return tuple(each for each in question.options if fold(each) in gone - kept)


def named_elsewhere(question: Question) -> tuple[str, ...]:
    """The options that a question's nets and reserved codes name."""
    return (*(each for _, below in question.nets for each in below), *(each for each, _ in question.reserved))
