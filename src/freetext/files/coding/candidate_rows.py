"""Rows of a coded file that are candidates for a review: an Arrow table, with columns of ours that say what each is a candidate for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from freetext.files.tabular.cells import texts_of, values_of
from freetext.review.audit import Digests, digest_of, draws_of, mixed
from freetext.review.candidates import (
    ALL,
    Bar,
    Values,
    Wanted,
    audit_limit,
    bar_of,
    in_turn,
    places_for,
    queue_lists,
    wanted,
)
from freetext.survey.answers import BoolArray, IntArray

if TYPE_CHECKING:
    import pyarrow as pa

AT = "freetext_candidate"
"""What our columns begin with."""

PART, PLACE, ID, DIGEST, DRAW = (f"{AT}_{what}" for what in ("part", "place", "id", "digest", "u"))


@dataclass(frozen=True, slots=True)
class Lane:
    """The answers of a column of verbatims that one codeframe is for; `behind` is what the names of their coded columns end in."""

    column: str
    behind: str
    codeframe: str
    name: str
    slugs: tuple[str, ...]

    def named(self, what: str) -> str:
        """One of our columns about these answers."""
        return f"{AT}_{what}:{self.column}:{self.codeframe[:8]}"


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many candidates are kept: of the queue by column of verbatims, of the audit by question."""

    queue: int = 2_000
    audit: int = 2_000


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """What is known of a lane's answers: those to each question that are not blank, and up to which u all of them are here."""

    counts: Mapping[str, int] = field(default_factory=dict)
    limits: Mapping[str, float] = field(default_factory=dict)

    def with_more(self, counts: Mapping[str, int], limits: Mapping[str, float]) -> Kept:
        """The same with other answers beside these, of which all up to these limits are here."""
        both = {**self.counts, **counts}
        return Kept(
            {name: self.counts.get(name, 0) + counts.get(name, 0) for name in both},
            {name: min(self.limits.get(name, ALL), limits.get(name, ALL)) for name in both},
        )


@dataclass(frozen=True, slots=True, eq=False)
class Chosen:
    """What is chosen of a lane.

    audit  the rows of the audit; `lists` rows for the queue, the first in front: theme by theme, then for all together
    bar    what another answer has to beat
    """

    kept: Kept
    audit: IntArray
    lists: tuple[IntArray, ...]
    bar: Bar

    @property
    def queue(self) -> IntArray:
        """The rows of the queue, in its order."""
        return in_turn(list(self.lists))


@dataclass(frozen=True, slots=True, eq=False)
class Laned:
    """A lane's answers among the `n` rows of a table: `rows` that hold one, and for each the respondent, the question, what it says.

    rows      int64 (m,): their places
    digests   uint64 (m,), of the respondents; `same` uint64 (m,): equal where two answers to a question say the same
    names     the questions; `asked` int64 (m,): the place of each answer's among them
    scores    float32 (m, k), nan where a theme has none
    """

    rows: IntArray
    digests: Digests
    same: Digests
    names: tuple[str, ...]
    asked: IntArray
    scores: Values

    def wants(self) -> Wanted:
        """How much the queue wants each."""
        return wanted(self.scores, chance_of(self.digests, self.names, self.asked), self.scores.shape[1])


def chance_of(digests: Digests, names: Sequence[str], asked: IntArray) -> Digests:
    """A digest of each answer (n,) that has nothing to do with its respondent's u: the queue's order where nothing else decides."""
    salts = np.array([digest_of("queue", "0", name) for name in names], dtype=np.uint64)
    return mixed(digests, salts[asked]) if len(digests) else digests


def same_digest(question: str, text: str) -> int:
    """A digest that answers to one question share if they say the same, but for case and white space."""
    plain = f"{question}\x1f{' '.join(text.casefold().split())}"
    return int.from_bytes(blake2b(plain.encode(errors="surrogatepass"), digest_size=8).digest())


def choose(here: Laned, kept: Kept, sizes: Sizes) -> Chosen:
    """Choose the candidates of a lane among answers that hold all of them."""
    draws = draws_of(here.digests)
    inside = np.zeros(len(here.rows), dtype=np.bool_)
    limits = dict(kept.limits)
    for number, name in enumerate(here.names):
        mine = here.asked == number
        limits[name] = audit_limit(draws[mine], limits.get(name, ALL), sizes.audit)
        inside |= mine & (draws <= limits[name])
    wants, places = here.wants(), places_for(sizes.queue, here.scores.shape[1])
    lists = list(queue_lists(wants, here.same, places))
    rows = tuple(here.rows[each] for each in lists)
    return Chosen(replace(kept, limits=limits), here.rows[inside], rows, bar_of(wants, lists, places))


def laned(table: pa.Table, lane: Lane) -> Laned:
    """Read a lane's answers out of a table of candidates, in the order of their ids, whatever the table's is."""
    import pyarrow.compute as pc

    question = table.column(lane.named("question")).combine_chunks().dictionary_encode()
    valid = np.asarray(question.is_valid())
    rows = np.asarray(pc.sort_indices(table, [(ID, "ascending")])).astype(np.int64)
    rows = rows[valid[rows]]
    codes = question.indices.fill_null(0).to_numpy(zero_copy_only=False).astype(np.int64)[rows]
    scores = scores_of(table, lane)
    return Laned(
        rows,
        table.column(DIGEST).to_numpy()[rows],
        table.column(lane.named("same")).to_numpy()[rows],
        tuple(question.dictionary.to_pylist()),
        codes,
        scores[rows],
    )


def scores_of(table: pa.Table, lane: Lane) -> Values:
    """The scores of a lane's answers, float32 (rows, k); nan elsewhere."""
    column = table.column(lane.named("scores")).combine_chunks()
    flat: Values = column.flatten().to_numpy(zero_copy_only=False)
    return flat.reshape(len(table), len(lane.slugs))


def lane_columns(lane: Lane, questions: Sequence[str | None], same: Digests, scores: Values) -> dict[str, pa.Array]:
    """Our columns about a lane's answers; a question that is None holds the place of a row without one."""
    import pyarrow as pa

    flat = pa.array(np.ascontiguousarray(scores, dtype=np.float32).reshape(-1))
    return {
        lane.named("question"): pa.array(questions, pa.string()),
        lane.named("same"): pa.array(same, pa.uint64()),
        lane.named("scores"): pa.FixedSizeListArray.from_arrays(flat, len(lane.slugs)),
    }


def without_answers(lane: Lane, size: int) -> dict[str, pa.Array]:
    """Our columns about a lane of which none of the rows holds an answer."""
    nothing = np.full((size, len(lane.slugs)), np.nan, dtype=np.float32)
    return lane_columns(lane, [None] * size, np.zeros(size, dtype=np.uint64), nothing)


def joined(tables: Sequence[pa.Table], lanes: Sequence[Lane]) -> pa.Table:
    """Put tables of candidates under each other; columns that one lacks are empty there."""
    import pyarrow as pa

    whole = [_with_lanes(table, lanes) for table in tables]
    if all(each.schema.equals(whole[0].schema) for each in whole):
        return pa.concat_tables(whole).combine_chunks()
    try:
        return pa.concat_tables(whole, promote_options="permissive").combine_chunks()
    except pa.ArrowException:  # what is a number in one part is a text in another
        unlike = _unlike(whole)
        plain = [_with_texts(table, unlike) for table in whole]
        return pa.concat_tables(plain, promote_options="permissive").combine_chunks()


def _unlike(tables: Sequence[pa.Table]) -> frozenset[str]:
    """Name the columns that are of different kinds in different tables; what is empty throughout is of any kind."""
    import pyarrow as pa

    kinds: dict[str, set[pa.DataType]] = {}
    for each in chain.from_iterable(table.schema for table in tables):
        if not pa.types.is_null(each.type):
            kinds.setdefault(each.name, set()).add(each.type)
    return frozenset(name for name, found in kinds.items() if len(found) > 1)


def _with_texts(table: pa.Table, names: Collection[str]) -> pa.Table:
    """Write the cells of columns as texts, see `texts_of`; what is missing stays missing."""
    import pyarrow as pa

    for place, name in enumerate(table.column_names):
        if name in names:
            values = values_of(table.column(place))
            texts = [None if value is None else text for value, text in zip(values, texts_of(values), strict=True)]
            table = table.set_column(place, name, pa.array(texts, pa.string()))
    return table


def _with_lanes(table: pa.Table, lanes: Sequence[Lane]) -> pa.Table:
    for lane in lanes:
        if lane.named("question") not in table.column_names:
            for name, column in without_answers(lane, len(table)).items():
                table = table.append_column(name, column)
    return table


def whys(size: int, chosen: Chosen, slugs: Sequence[str]) -> pa.Array:
    """Say of each row what it is a candidate for: `audit`, and the place in the queue's lists: `staff 3`, `queue 17` for all themes together."""
    import pyarrow as pa

    told: list[list[str]] = [[] for _ in range(size)]
    for row in chosen.audit.tolist():
        told[row].append("audit")
    for name, rows in zip((*slugs, "queue"), chosen.lists, strict=True):
        for place, row in enumerate(rows.tolist(), 1):
            told[row].append(f"{name} {place}")
    return pa.array(["; ".join(each) for each in told], pa.string())


def is_bookkeeping(name: str) -> bool:
    """Whether a column is one of those that only candidates have."""
    return name.startswith(f"{AT}_")


def rows_kept(size: int, chosen: Sequence[Chosen]) -> BoolArray:
    """Which of a table's rows are candidates for anything, bool (n,)."""
    found = np.zeros(size, dtype=np.bool_)
    for each in chosen:
        found[each.audit] = True
        for rows in each.lists:
            found[rows] = True
    return found
