"""Back-coding from Python: "Other" texts proposed to options, reviewed, moved, and taken back."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from freetext.errors import InputError
from freetext.files.backcoding.option_frames import add_categories, frame_there
from freetext.files.backcoding.other_texts import OtherTexts, other_texts, pair_named
from freetext.files.coding.coded import closed_question
from freetext.files.labelling.locks import coder_lock
from freetext.files.project.dropped import without_dropped
from freetext.files.project.settings import Project, read_settings
from freetext.files.project.survey_tables import read_survey_table
from freetext.files.tabular.tables import Table
from freetext.interfaces.desk import Desk
from freetext.interfaces.moving import Planned, TakenBack, carry_out, moves_of, planned, take_back
from freetext.interfaces.other_proposals import begin, proposal_of
from freetext.interfaces.other_reviews import other_review, suggest
from freetext.interfaces.wishes import Kind, Wishes, coder_name
from freetext.review.backcoding import SHARE, Proposal
from freetext.review.option_frame import new_category
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.questionnaire import Move, Question


def propose_backcoding(
    project: str | Path, question: str = "", file: str | Path | None = None, *, share: float = SHARE
) -> Proposal:
    """Propose an option, or a new category, for each "Other" text, as `freetext backcode propose` does.

    `question` is the closed question's name, by default the only one with "Other" texts; `share` the part of the base, 0..1, at
    which texts make a new category. The first time the options codeframe (`backcode-QUESTION.toml`) is written, with the new
    categories; nothing else is. Raises InputError, UsageError, and NegativeAnswer where nobody wrote a text.
    """
    others = others_of(read_settings(Path(project)), question, file)
    proposal = proposal_of(others, share)
    if frame_there(others.project, others.question) is None:
        begin(others, proposal.fresh)
    return proposal


def add_category(
    project: str | Path, name: str, question: str = "", *, definition: str = "", keywords: Sequence[str] = ()
) -> Codeframe:
    """Add a new category to a question's options codeframe, as `freetext backcode add` does; returns the codeframe.

    Raises UsageError where the category is there already.
    """
    plan = read_settings(Path(project))
    closed, _ = pair_named(plan, question)
    frame = frame_there(plan, closed)
    if frame is None:
        others = others_of(plan, closed.name)
        frame = begin(others)
    like = Theme("", 0, name, definition, keywords=tuple(keywords))
    return add_categories(plan, closed, frame, [new_category(frame, name, like)])


@contextmanager
def open_backcoding(
    project: str | Path,
    question: str = "",
    file: str | Path | None = None,
    *,
    coder: str = "",
    kind: Kind = "review",
    batch: int = 20,
    blind: bool = False,
    force: bool = False,
) -> Iterator[Desk]:
    """Open a coder's review of "Other" texts, as `freetext backcode review` does, and hold the coder's lock until the block is left.

    The desk is that of `open_review`: `view()` is what the coder sees, `press(key)` takes a key. Raises what that raises.
    """
    others = others_of(read_settings(Path(project)), question, file)
    if frame_there(others.project, others.question) is None:
        begin(others, proposal_of(others, SHARE).fresh)
    survey = other_review(others)
    wishes = Wishes(
        coder_name(coder, survey.labels), kind, batch=batch, audit=0.0, strategy="diverse", blind=blind, whole=True
    )
    with coder_lock(survey.labels, wishes.coder, force=force) as lock:
        suggest(others, survey, proposal_of(others, SHARE))
        desk = Desk(survey, wishes, beat=lock.refresh)
        try:
            yield desk
        finally:
            desk.close()


def apply_backcoding(
    project: str | Path,
    question: str = "",
    file: str | Path | None = None,
    *,
    share: float = SHARE,
    partial: bool = False,
    keep_small: bool = False,
    dry_run: bool = False,
) -> Planned:
    """Move what coders decided, as `freetext backcode apply` does; the base stays what it was, and doing it twice changes nothing.

    New categories below the `share` of the base stay "Other" unless `keep_small`. Raises NegativeAnswer where texts are undecided or
    in dispute, unless `partial`.
    """
    others = others_of(read_settings(Path(project)), question, file)
    found = planned(others, share=share, partial=partial, keep_small=keep_small)
    if not dry_run:
        carry_out(others, found)
    return found


def revert_backcoding(
    project: str | Path,
    question: str = "",
    *,
    ids: Collection[str] = (),
    why: str = "",
    drop_empty: bool = False,
    dry_run: bool = False,
) -> TakenBack:
    """Take moves back, all of a question or those of some respondents, as `freetext backcode revert` does."""
    plan = read_settings(Path(project))
    closed, _ = pair_named(plan, question)
    said = options_said(plan, closed)
    return take_back(plan, closed, ids, why=why, said=said, drop_empty=drop_empty, dry_run=dry_run)


def backcoding_moves(project: str | Path, question: str = "") -> tuple[Move, ...]:
    """The moves of a question that are in force."""
    plan = read_settings(Path(project))
    return moves_of(plan, pair_named(plan, question)[0])


def others_of(project: Project, question: str = "", file: str | Path | None = None) -> OtherTexts:
    """Read a question's "Other" texts from a file, by default the project's; raises what `other_texts` and `pair_named` raise."""
    closed, asked = pair_named(project, question)
    return other_texts(_table(project, file), project, closed, asked)


def options_said(project: Project, question: Question, table: Table | None = None) -> tuple[str, ...]:
    """The options of a question that somebody said in the project's file, before any move; none where it names no file."""
    if table is None and not project.questionnaire.file:
        return ()
    said = closed_question(table or _table(project), replace(question, moves=""))
    counts = said.given.sum(axis=0).tolist()
    return tuple(theme.name for theme, count in zip(said.codeframe.themes, counts, strict=True) if count)


def _table(project: Project, file: str | Path | None = None) -> Table:
    survey = project.questionnaire
    if file is None and not survey.file:
        raise InputError("names no `file`; say which to read.", file=project.folder / "freetext.toml")
    table = read_survey_table(project.path(survey.file) if file is None else file, survey)
    return without_dropped(table, project)
