"""What a batch of coded answers offers to a review: the answers of each lane, and some of its rows as an Arrow table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from freetext.files.coding.candidate_rows import Lane, lane_columns, same_digest
from freetext.files.coding.coded_batches import CodedBatch, CodedPart
from freetext.files.tabular.cells import texts_of
from freetext.review.audit import Digests
from freetext.review.candidates import Values
from freetext.survey.answers import BoolArray, IntArray
from freetext.survey.codings import Codings

if TYPE_CHECKING:
    import pyarrow as pa

    from freetext.files.tabular.cells import Column


@dataclass(frozen=True, slots=True, eq=False)
class Offer:
    """A part of a batch, its blank answers left out: see `candidate_rows.Laned`; `texts` is the whole column."""

    lane: Lane
    rows: IntArray
    digests: Digests
    names: tuple[str, ...]
    asked: IntArray
    scores: Values | None
    texts: Column


def offer_of(part: CodedPart, batch: CodedBatch, digests: Digests) -> Offer:
    """What a part of a batch offers; `digests` are of the respondents of all its rows."""
    codings = part.codings
    at = np.flatnonzero(~codings.blank)
    rows = at if part.places is None else part.places[at]
    names, asked = _questions(part, at)
    every = len(at) == len(codings)
    scores = codings.scores if every or codings.scores is None else codings.scores[at]
    texts = batch.table.columns[batch.table.place(part.column)]
    return Offer(lane_of(part), rows, digests[rows], names, asked, scores, texts)


def once(offer: Offer, flags: BoolArray, chance: Digests) -> BoolArray:
    """Of answers that are the same to the letter, leave the first alone: the others would only stand behind it.

    Which of one respondent's is the first, the ids decide, and that of all batches: so all of them are left.
    """
    import pyarrow as pa

    here = np.flatnonzero(flags)
    if len(here) < 2:
        return flags
    texts = _taken(offer.texts, offer.rows[here])
    cells = pa.array(texts, pa.string()) if isinstance(texts, list) else texts
    cells = cells.combine_chunks() if isinstance(cells, pa.ChunkedArray) else cells
    alike = cells.dictionary_encode().indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64)
    alike = alike * len(offer.names) + offer.asked[here]
    order = np.lexsort((chance[here], alike))
    group, drawn = alike[order], chance[here][order]
    starts = np.flatnonzero(np.concatenate(([True], np.diff(group) != 0)))
    least = np.repeat(drawn[starts], np.diff(np.append(starts, len(group))))
    found = np.zeros_like(flags)
    found[here[order[drawn == least]]] = True
    return found


def lane_of(part: CodedPart) -> Lane:
    """Which lane a part of a batch belongs to."""
    frame = part.codings.codeframe
    return Lane(part.column, part.behind, frame.digest, frame.name, frame.slugs)


def _questions(part: CodedPart, at: IntArray) -> tuple[tuple[str, ...], IntArray]:
    """The questions of a part, and the place of each answer's among them."""
    if part.questions is None:
        return (part.question,), np.zeros(len(at), dtype=np.int64)
    import pyarrow as pa

    coded = pa.array(part.questions, pa.string()).take(pa.array(at)).dictionary_encode()
    return tuple(coded.dictionary.to_pylist()), coded.indices.to_numpy(zero_copy_only=False).astype(np.int64)


def asked_rows(batch: CodedBatch) -> BoolArray:
    """Which rows of a batch hold an answer that is not blank, bool (rows,)."""
    found = np.zeros(batch.table.size, dtype=np.bool_)
    for part in batch.parts:
        rows = np.arange(batch.table.size) if part.places is None else part.places
        found[rows[~part.codings.blank]] = True
    return found


def encoded(names: pa.StringArray) -> list[bytes]:
    """Texts in UTF-8."""
    import pyarrow as pa

    kind = pa.large_binary() if pa.types.is_large_string(names.type) else pa.binary()
    return list(names.cast(kind).to_pylist())


def about_lane(offer: Offer, part: CodedPart, batch: CodedBatch, mask: BoolArray) -> dict[str, Any]:
    """Our columns about a lane, of the rows that are taken."""
    rows = np.flatnonzero(mask)
    inside = mask[offer.rows]
    spots = np.searchsorted(rows, offer.rows[inside])
    questions = np.full(len(rows), None, dtype=object)
    questions[spots] = np.array(offer.names, dtype=object)[offer.asked[inside]]
    texts = _texts(batch, part.column, rows[spots])
    same = np.zeros(len(rows), dtype=np.uint64)
    same[spots] = [same_digest(question, text) for question, text in zip(questions[spots].tolist(), texts, strict=True)]
    scores = np.full((len(rows), len(offer.lane.slugs)), np.nan, dtype=np.float32)
    if offer.scores is not None:
        scores[spots] = offer.scores[inside]
    return lane_columns(offer.lane, questions.tolist(), same, scores)


def _texts(batch: CodedBatch, column: str, rows: IntArray) -> list[str]:
    taken = _taken(batch.table.columns[batch.table.place(column)], rows)
    return [text or "" for text in (taken if isinstance(taken, list) else taken.to_pylist())]


def _taken(column: Any, rows: IntArray) -> Any:
    import pyarrow as pa

    if isinstance(column, (pa.Array, pa.ChunkedArray)):
        return column.take(pa.array(rows))
    return [column[row] for row in rows.tolist()]


def batch_at(batch: CodedBatch, rows: IntArray) -> CodedBatch:
    """Some rows of a batch, in order."""
    table = batch.table
    columns = tuple(_taken(column, rows) for column in table.columns)
    parts = tuple(_part_at(part, rows) for part in batch.parts)
    return replace(batch, table=replace(table, columns=columns, size=len(rows)), parts=parts)


def _part_at(part: CodedPart, rows: IntArray) -> CodedPart:
    if part.places is None:
        return replace(part, codings=_codings_at(part.codings, rows), questions=_at(part.questions, rows))
    inside = np.isin(part.places, rows)
    at = np.flatnonzero(inside)
    places = np.searchsorted(rows, part.places[at])
    return replace(part, places=places, codings=_codings_at(part.codings, at), questions=_at(part.questions, at))


def _at(questions: tuple[str, ...] | None, rows: IntArray) -> tuple[str, ...] | None:
    return None if questions is None else tuple(questions[row] for row in rows.tolist())


def _codings_at(codings: Codings, rows: IntArray) -> Codings:
    chosen = rows.tolist()
    return replace(
        codings,
        chosen=codings.chosen[rows],
        source=codings.source[rows],
        blank=codings.blank[rows],
        scores=None if codings.scores is None else codings.scores[rows],
        why=tuple(codings.why[row] for row in chosen),
        evidence=None if codings.evidence is None else tuple(codings.evidence[row] for row in chosen),
    )


def arrow_of(batch: CodedBatch) -> pa.Table:
    """A coded batch as an Arrow table, our columns behind."""
    import pyarrow as pa

    whole = batch.whole()
    known = (pa.Array, pa.ChunkedArray)
    columns = [each if isinstance(each, known) else pa.array(texts_of(each), pa.string()) for each in whole.columns]
    return pa.Table.from_arrays(columns, names=list(whole.names))
