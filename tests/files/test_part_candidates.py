"""Candidates for a review: those of the parts together are exactly those of the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from freetext.errors import InputError, MissingColumn
from freetext.files.coding.candidate_rows import ID, PART, PLACE, Lane, Laned, laned
from freetext.files.coding.coded_batches import CodedBatch, CodedPart
from freetext.files.parts.part_candidates import Candidates, TopMaker, TopPlan, merge, unpacked
from freetext.files.tabular.rows import Table
from freetext.review.audit import audit_order, draw
from freetext.review.candidates import ALL, TIED, places_for
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.codings import Codings

FRAME = Codeframe("visit", tuple(Theme(slug, place, slug.title()) for place, slug in enumerate(("money", "staff"), 1)))
SLUGS = FRAME.slugs
QUESTIONS = ("why", "what")


@dataclass(frozen=True)
class Said:
    """One row: an answer to one question of a long file."""

    id: str
    person: str
    question: str
    text: str


@st.composite
def surveys(draw_: st.DrawFn) -> tuple[Said, ...]:
    """Some people with several answers each, some of them alike, some blank."""
    count = draw_(st.integers(1, 40))
    people, texts = st.integers(0, 14), st.sampled_from(["", " ", *(f"text {place}" for place in range(12)), "TEXT  1"])
    rows = [
        Said(str(number), f"p{draw_(people)}", draw_(st.sampled_from(QUESTIONS)), draw_(texts))
        for number in range(count)
    ]
    return tuple(rows)


def scores_of(text: str) -> list[float]:
    """What a model says of a text: nothing but the text decides."""
    number = sum(map(ord, " ".join(text.casefold().split()))) % 7
    return [number / 10, 0.01 * number]


def batches(rows: Sequence[Said], size: int, *, file: str = "part", scores: bool = True) -> Iterator[CodedBatch]:
    """The rows coded, so many at a time."""
    for first in range(0, len(rows), size):
        few = rows[first : first + size]
        columns = tuple([getattr(row, name) for row in few] for name in ("id", "person", "question", "text"))
        table = Table(file, ("id", "person", "question", "text"), columns, len(few), first=2 + first)
        blank = np.array([not row.text.strip() for row in few])
        found = np.array([scores_of(row.text) for row in few], dtype=np.float32)
        shape = (len(few), len(FRAME))
        codings = Codings(
            FRAME, found > 0.35, np.ones(shape, np.uint8), blank, found if scores else None, ("",) * len(few)
        )
        asked = tuple(row.question for row in few)
        yield CodedBatch(table, first, (CodedPart("text", "", asked, "", None, codings),))


PLAN = TopPlan("salt", queue=6, audit=5, id="id", respondent="person")


def made(rows: Sequence[Said], size: int = 1000, part: str = "a", plan: TopPlan = PLAN) -> bytes:
    """The candidates of a part."""
    maker = TopMaker(plan, part, part)
    for batch in batches(rows, size):
        maker.add(batch)
    return maker.bytes()


def only_lane(candidates: Candidates) -> tuple[Lane, Laned]:
    """The one lane of the candidates."""
    (lane,) = candidates.lanes
    return lane, laned(candidates.table, lane)


def ids(candidates: Candidates, rows: Sequence[int] | np.ndarray) -> list[str]:
    """The ids of rows."""
    return [candidates.table.column(ID)[int(row)].as_py() for row in rows]


def told(candidates: Candidates) -> tuple[object, ...]:
    """All that a merge must not change."""
    lane, _ = only_lane(candidates)
    chosen, kept = candidates.chosen()[lane], candidates.lanes[lane]
    lists = [ids(candidates, rows) for rows in chosen.lists]
    return sorted(ids(candidates, chosen.audit)), lists, ids(candidates, chosen.queue), kept.counts, kept.limits


@given(surveys(), st.integers(1, 12))
@settings(max_examples=60)
def test_the_audit_of_candidates_is_the_start_of_the_whole_audit(rows: tuple[Said, ...], size: int) -> None:
    """All answers that are not blank and lie up to the limit are there, at least as many as asked for, in the audit's own order."""
    found = unpacked(made(rows, size))
    lane, _ = only_lane(found)
    chosen, kept = found.chosen()[lane], found.lanes[lane]
    here = set(ids(found, chosen.audit))
    draws = dict(zip([row.id for row in rows], draw("salt", [row.person for row in rows]).tolist(), strict=True))
    for question in QUESTIONS:
        asked = [row for row in rows if row.question == question and row.text.strip()]
        assert kept.counts.get(question, 0) == len(asked)
        mine = [row.id for row in asked if row.id in here]
        assert len(mine) >= min(len(asked), PLAN.audit)
        order = audit_order(np.array([draws[row.id] for row in asked])).tolist()
        assert sorted(mine, key=draws.__getitem__) == [asked[place].id for place in order[: len(mine)]]
        limit = kept.limits.get(question, ALL)
        assert set(mine) == {row.id for row in asked if draws[row.id] <= limit}
        assert (limit == ALL) == (len(mine) == len(asked)) or len(mine) == len(asked)


@given(surveys(), st.integers(1, 9), st.lists(st.integers(0, 3), max_size=40), st.booleans())
@settings(max_examples=60)
def test_the_candidates_of_parts_are_those_of_the_whole(
    rows: tuple[Said, ...], size: int, parts: list[int], backwards: bool
) -> None:
    """However a survey is split into parts and batches, and in whatever order they come, the merged candidates are the same."""
    whole = told(merge([made(rows)]))
    where = [parts[place] if place < len(parts) else 0 for place in range(len(rows))]
    split = [[row for row, part in zip(rows, where, strict=True) if part == number] for number in range(4)]
    packed = [made(few, size, f"part{number}") for number, few in enumerate(split) if few]
    assert told(merge(packed[::-1] if backwards else packed)) == whole


@given(surveys(), st.booleans())
@settings(max_examples=60)
def test_the_queue_asks_the_most_wanted_texts_once(rows: tuple[Said, ...], scored: bool) -> None:
    """The lists hold different texts, those whose themes are least sure in front, as many as there are places or texts."""
    maker = TopMaker(PLAN, "a", "a")
    for batch in batches(rows, 7, scores=scored):
        maker.add(batch)
    found = maker.candidates()
    lane, _ = only_lane(found)
    together = ids(found, found.chosen()[lane].lists[-1])
    said = {row.id: (row.question, " ".join(row.text.casefold().split())) for row in rows if row.text.strip()}
    texts = [said[each] for each in together]
    assert len(set(texts)) == len(texts) == min(3, len(set(said.values())))
    if scored:
        worth = {key: sum(p * (1 - p) for p in scores_of(key[1])) for key in said.values()}
        best = sorted(worth.values(), reverse=True)[: len(texts)]
        assert [worth[key] for key in texts] == pytest.approx(best, rel=1e-3, abs=1e-6)


def said(question: str, text: str, people: str) -> list[Said]:
    """One answer of each of some people, all with one text."""
    return [Said(f"{question} {text} {place}", person, question, text) for place, person in enumerate(people.split())]


CROWD = (
    *said("why", "text 5", "p0 p0 p3 p0 p3 p3"),
    *said("what", "text 5", "p2 p1 p5"),
    *said("why", "text 9", "p0"),
    *said("why", "text 8", "p1"),
    *said("why", "text 10", "p4"),
)
"""So many say the same that the audit's answers alone fill up what the queue wants; better ones were not looked at yet."""

SPOKEN = "3Y1 0Y10 4Y1 0W10 1Y11 0W1 3W10 4W1 1W11 3W1 4Y11 1W11 0W1 1Y10 4W1 4W11 2W11 2W11"
TWICE = tuple(
    Said(
        str(99 - place),
        f"p{each[0]}",
        QUESTIONS["YW".index(each[1])],
        {"1": "TEXT  1"}.get(each[2:], f"text {each[2:]}"),
    )
    for place, each in enumerate(SPOKEN.split())
)
"""Somebody says the same twice, and the first by row is not the first by id."""


@given(surveys(), st.integers(1, 50))
@example(CROWD, 1000)
@example(TWICE, 8)
@settings(max_examples=60)
def test_the_lists_of_a_part_are_the_start_of_the_order_of_all(rows: tuple[Said, ...], size: int) -> None:
    """However few are wanted, and in whatever batches they come, they are the first of the order in which all would stand."""

    def lists(plan: TopPlan, size: int) -> list[list[str]]:
        found = unpacked(made(rows, size, plan=plan))
        lane, _ = only_lane(found)
        return [ids(found, each) for each in found.chosen()[lane].lists]

    places = places_for(PLAN.queue, len(FRAME)).tolist()
    every = lists(replace(PLAN, queue=1000, audit=1000), 1000)
    assert lists(PLAN, size) == [each[:count] for each, count in zip(every, places, strict=True)]


OTHER = Codeframe("other", tuple(Theme(slug, place, slug) for place, slug in enumerate(("kind", "cold", "late"), 1)))


def coded(frame: Codeframe, texts: Sequence[str]) -> Codings:
    """What a model of a codeframe says of some texts."""
    found = np.array([[*scores_of(text), 0.3][: len(frame)] for text in texts], dtype=np.float32)
    found = found.reshape(len(texts), len(frame))
    blank = np.array([not text.strip() for text in texts], dtype=np.bool_)
    return Codings(frame, found > 0.35, np.ones(found.shape, np.uint8), blank, found, ("",) * len(texts))


def laid_out(rows: Sequence[Said], first: int, wide: bool) -> CodedBatch:
    """Rows with two columns of verbatims; or long ones, each question by a codeframe of its own."""
    columns = tuple([getattr(row, name) for row in rows] for name in ("id", "person", "question", "text"))
    more = [row.text.upper() if row.question == "what" else "" for row in rows]
    table = Table("part", ("id", "person", "question", "text", "more"), (*columns, more), len(rows), first=2 + first)
    texts = [row.text for row in rows]
    if wide:
        one = CodedPart("text", "said", None, ":said", None, coded(FRAME, texts))
        return CodedBatch(table, first, (one, CodedPart("more", "more", None, ":more", None, coded(OTHER, more))))
    parts = []
    for frame, question in ((FRAME, "why"), (OTHER, "what")):
        places = np.array([place for place, row in enumerate(rows) if row.question == question], dtype=np.int64)
        asked = (question,) * len(places)
        parts.append(CodedPart("text", "", asked, "", places, coded(frame, [texts[place] for place in places])))
    return CodedBatch(table, first, tuple(parts))


@given(surveys(), st.integers(1, 9), st.booleans())
@settings(max_examples=40)
def test_every_column_and_codeframe_has_its_own_candidates(rows: tuple[Said, ...], size: int, wide: bool) -> None:
    """In a file of several columns or codeframes each has its audit and its queue, and parts together are the whole."""

    def candidates(few: Sequence[Said], part: str, size: int) -> bytes:
        maker = TopMaker(PLAN, part, part)
        for first in range(0, len(few), size):
            maker.add(laid_out(few[first : first + size], first, wide))
        return maker.bytes()

    def everything(found: Candidates) -> dict[str, object]:
        return {
            lane.name: (
                sorted(ids(found, each.audit)),
                [ids(found, rows) for rows in each.lists],
                found.lanes[lane].counts,
                found.lanes[lane].limits,
            )
            for lane, each in found.chosen().items()
        }

    whole = everything(merge([candidates(rows, "a", 1000)]))
    half = len(rows) // 2
    packed = [candidates(few, str(number), size) for number, few in enumerate((rows[:half], rows[half:])) if few]
    assert everything(merge(packed)) == whole
    assert set(whole) == {"visit", "other"}


def test_a_respondent_at_the_border_is_in_with_all_answers() -> None:
    """Of a respondent whose first answer is in the audit, every answer to that question is."""
    rows = [Said(str(number), f"p{number // 4}", "why", f"text {number}") for number in range(40)]
    found = unpacked(made(rows))
    lane, _ = only_lane(found)
    audit = [int(name) // 4 for name in ids(found, found.chosen()[lane].audit)]
    assert len(audit) == 8
    assert sorted(map(audit.count, set(audit))) == [4, 4]


def test_one_respondent_of_everything_does_not_fill_the_memory() -> None:
    """Where one respondent gave more answers than can be held, they leave the audit together, and the limit lies below them."""
    rows = [Said(str(number), "all", "why", f"text {number}") for number in range(TIED + 10)]
    found = unpacked(made(rows, 4000))
    lane, _ = only_lane(found)
    assert len(found.chosen()[lane].audit) == 0
    assert found.lanes[lane].limits["why"] < draw("salt", ["all"])[0]
    assert len(found.table) < 20


def test_candidates_keep_their_rows_and_say_where_they_came_from() -> None:
    """A candidate has the cells of its row, our columns, its part and its place."""
    rows = [Said(str(number), f"p{number}", "why", f"text {number}") for number in range(6)]
    table = unpacked(made(rows, 4, "key")).table
    assert table.column(PART).to_pylist() == ["key"] * len(table)
    assert [f"text {place}" for place in table.column(PLACE).to_pylist()] == table.column("text").to_pylist()
    assert "freetext_themes" in table.column_names


def test_what_is_no_file_of_candidates_is_refused() -> None:
    """Bytes that hold no candidates raise InputError."""
    with pytest.raises(InputError, match="no candidates"):
        unpacked(b"PAR1 or not")


def test_a_part_without_rows_has_no_candidates() -> None:
    """An empty part leaves a file of no candidates, and changes nothing beside another."""
    rows = [Said(str(number), f"p{number}", "why", f"text {number}") for number in range(6)]
    assert told(merge([made([]), made(rows)])) == told(merge([made(rows)]))


def test_a_blank_respondent_names_the_option_that_mends_it() -> None:
    """Who left the respondent blank is told to fill it in or to leave --respondent out; --id has nothing to do with it."""
    rows = [Said("1", "ann", "why", "more"), Said("2", "", "why", "less")]
    with pytest.raises(InputError, match=r"no id in rows 3.*leave --respondent out"):
        made(rows)
    with pytest.raises(MissingColumn, match=r"no column 'who' \(--respondent\)"):
        made(rows, plan=replace(PLAN, respondent="who"))
