"""LABELS beside codes from anywhere: who was audited, with what probability, and what people said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from freetext.errors import SHOWN, InputError, UsageError, names_listed, quoted, rows_listed
from freetext.files.auditing.audit_labels import TEXT, THEMES, AuditLabels
from freetext.files.auditing.audit_reach import reached
from freetext.files.coding.coded_again import plainly
from freetext.files.coding.open_questions import Opened
from freetext.files.coding.score_columns import scores_in
from freetext.files.tabular.guard import unguarded
from freetext.files.tabular.tables import Table
from freetext.guard.handed_on import handed_on
from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.survey.codings import Source
from freetext.survey.responses import Audit, Responses
from freetext.tallies.opens import LABELS_ALONE


@dataclass(frozen=True, slots=True)
class Place:
    """Where the answers that LABELS speaks of are found: the column of their ids (row numbers where it is empty), and that of their scores."""

    id: str = ""
    score_prefix: str = ""


def with_labels(opened: Opened, table: Table, labels: AuditLabels, rows: Sequence[int], place: Place) -> Opened:
    """Put the labels of one question beside its codes, and into them: people overrule.

    Raises InputError for ids that are unknown or stand twice, texts that differ, unknown themes and labels of blank answers, and
    UsageError where the rows' numbers are all that ids could be, and there are no texts to hold against each other.
    """
    responses = opened.responses
    if not place.id and (labels.texts is None or not opened.text):
        raise UsageError(
            f"which column of {table.file} names the answers that the audit is about? Name it with --id, or the verbatims with --text, "
            "so that row numbers can be trusted."
        )
    given, said = labels.said(rows, responses.codeframe)
    spots = _spots(table, opened, labels, rows, place)
    _check_texts(table, opened, labels, rows, spots)
    _check_blank(responses, labels, rows, spots, given)
    inside = said & responses.answered[spots]
    labelled = np.zeros(len(responses), dtype=np.bool_)
    labelled[spots[inside]] = True
    known = (responses.source == Source.HUMAN).all(axis=1) | ~responses.answered
    reach = reached(table, labels, rows, spots, labelled, known)
    truth = np.where(known[:, None], responses.given.astype(np.float64), np.nan)
    truth[spots[inside]] = given[inside]
    scores = _scores(responses, table, place, known)
    audit = Audit(known, reach.audited, reach.pi, truth, scores)
    notes = (*reach.notes, *_alone(responses, given[said]))
    return replace(opened, responses=_decided(responses, audit, spots[inside], given[inside], notes))


def _alone(responses: Responses, given: BoolArray) -> tuple[str, ...]:
    """Name the themes that labels (m, k) have and no code does: the machine never gave them, or they are misspelt."""
    alone = np.flatnonzero(given.any(axis=0) & ~responses.given[responses.answered].any(axis=0))
    names = [responses.codeframe.themes[place].name for place in alone.tolist()]
    return (f"{LABELS_ALONE}{names_listed(names)}. Look whether they are misspelt.",) if names else ()


def _decided(responses: Responses, audit: Audit, spots: IntArray, given: BoolArray, notes: Sequence[str]) -> Responses:
    """Let people overrule the codes; without a single audited answer nothing is audited."""
    codes, source = responses.given.copy(), responses.source.copy()
    codes[spots], source[spots] = given, Source.HUMAN
    usable = audit.audited.any() or audit.known.all()
    return replace(
        responses,
        given=codes,
        source=source,
        audit=audit if usable and (source != Source.HUMAN).any() else None,
        notes=(*responses.notes, *notes),
    )


def _spots(table: Table, opened: Opened, labels: AuditLabels, rows: Sequence[int], place: Place) -> IntArray:
    """Return the row of the coded table that each row of LABELS is about."""
    known = _ids(table, opened, place)
    found: dict[int, int] = {}
    unknown: list[int] = []
    for row in rows:
        plain = unguarded((labels.ids[row],))[0]
        spot = next((known[each] for each in (labels.ids[row].strip(), plain.strip()) if each in known), None)
        if spot is None:
            unknown.append(row)
        else:
            found[row] = spot
    if unknown:
        what = f"{len(unknown):,} of {len(rows):,} ids are not in {table.file}"
        shown = [f"{quoted(labels.ids[row])} in row {labels.table.row(row)}" for row in unknown[:SHOWN]]
        more = f"; and {len(unknown) - SHOWN:,} more" if len(unknown) > SHOWN else ""
        mend = (
            f"Its ids are those of the column {place.id!r}; --id names another."
            if place.id
            else "--id names the column of ids."
        )
        raise InputError(f"{what}: {'; '.join(shown)}{more}.", file=labels.table.file, remedy=mend)
    _check_once(labels, found)
    return np.array([found[row] for row in rows], dtype=np.int64)


def _ids(table: Table, opened: Opened, place: Place) -> dict[str, int]:
    """From id to row, among those who were asked; raises InputError for an id that stands twice."""
    asked = np.flatnonzero(opened.responses.asked).tolist()
    if not place.id:
        return {str(table.row(row)): row for row in asked}
    cells = table.texts(place.id, option="--id")
    known: dict[str, int] = {}
    for row in asked:
        name = cells[row].strip()
        before = known.setdefault(name, row)
        if name and before != row:
            raise InputError(
                f"id {quoted(name)} stands in rows {table.row(before)} and {table.row(row)}.",
                file=table.file,
                column=place.id,
                remedy="Name the column that tells answers apart with --id, or the one that says what was asked with --question.",
            )
    known.pop("", None)
    return known


def _check_once(labels: AuditLabels, found: Mapping[int, int]) -> None:
    first: dict[int, int] = {}
    for row, spot in found.items():
        before = first.setdefault(spot, row)
        if before != row:
            raise InputError(
                f"answer {quoted(labels.ids[row])} stands in rows {labels.table.row(before)} and {labels.table.row(row)}.",
                file=labels.table.file,
                remedy="Leave one row of each answer.",
            )


def _check_texts(table: Table, opened: Opened, labels: AuditLabels, rows: Sequence[int], spots: IntArray) -> None:
    """Refuse labels of other texts than the coded table has."""
    if labels.texts is None or not opened.text:
        return
    cells = table.texts(opened.text, option="--text")
    wrong = []
    for row, spot in zip(rows, spots.tolist(), strict=True):
        text = labels.texts[row]
        held = {plainly(cells[spot]), plainly(handed_on(cells[spot]))} if text.strip() else set()
        if held and held.isdisjoint(map(plainly, (text, unguarded((text,))[0]))):
            wrong.append(labels.table.row(row))
    if wrong:
        raise InputError(
            f"the texts in row{'s' * (len(wrong) > 1)} {rows_listed(wrong)} are not those of {table.file}.",
            file=labels.table.file,
            column=TEXT,
            remedy="The labels may be of other answers: look at the ids.",
        )


def _check_blank(
    responses: Responses, labels: AuditLabels, rows: Sequence[int], spots: IntArray, given: BoolArray
) -> None:
    wrong = np.flatnonzero(given.any(axis=1) & ~responses.answered[spots])
    if len(wrong):
        raise InputError(
            "the answer is blank in the coded file, and yet it has a theme.",
            file=labels.table.file,
            row=labels.table.row(rows[int(wrong[0])]),
            column=THEMES,
        )


def _scores(responses: Responses, table: Table, place: Place, known: BoolArray) -> FloatArray:
    """Return the scores by which the audit is stratified: columns of them, or the codes themselves, as they were before the audit."""
    codes = np.where(responses.answered[:, None], responses.given, False).astype(np.float64)
    if not place.score_prefix:
        return codes
    spare = [
        theme.slug for theme, count in zip(responses.codeframe.themes, codes.sum(axis=0), strict=True) if not count
    ]
    scores = scores_in(table, place.score_prefix, responses.codeframe, ~known, spare)
    return np.where(np.isnan(scores), codes, scores)
