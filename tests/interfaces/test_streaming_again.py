"""A file of any length coded again, against the same file coded again as a whole."""

import csv

import numpy as np
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from freetext.files.coding.answers import answers_in
from freetext.files.coding.coded_again import Circumstances, Part, sort_out
from freetext.files.coding.coded_before import Asked, read_earlier
from freetext.files.coding.coded_cells import Cells
from freetext.files.coding.coded_records import Record, Records, mark, stamp
from freetext.files.coding.codings import CodedColumns
from freetext.files.tabular.streams import open_stream
from freetext.files.tabular.tables import read_table
from freetext.interfaces.file_coding import code_part
from freetext.interfaces.streaming import CodingPlan
from freetext.interfaces.streaming_again import again_with, plan_again, updated_tables
from freetext.survey.labels import Settled

OURS = ("freetext_themes", "freetext_review", "freetext_review_why", "freetext_source", "freetext_model")
MODEL = Cells("parking", source="parking=model", model="old@12345678")
PERSON = Cells("parking", source="parking=human")
HAND = Cells("parking", review=True, why="no theme found", source="money=model", model="old@12345678")
MIXED = Cells("parking;staff", source="staff=human;parking=model", model="old@12345678")
CELLS = (MODEL, PERSON, HAND, MIXED, Cells("", source="human"))
TEXTS = ("more funding needed", "kind staff", "the car park was full")
ID, TEXT = st.sampled_from("123456"), st.sampled_from(TEXTS)
NOW = st.dictionaries(ID, TEXT, min_size=1, max_size=6)
THEN = st.dictionaries(ID, st.tuples(TEXT, st.sampled_from(CELLS)), min_size=1, max_size=6)
SETTLED = st.sampled_from([None, Settled(("money",)), Settled(("money",), ("staff",)), Settled((), by_rule=True)])


def write(path, head, rows):
    """Write a plain text table."""
    with path.open("w", newline="", encoding="utf-8") as handle:
        csv.writer(handle).writerows([head, *rows])
    return path


def coded(path, then):
    """Write a coded file: id -> (text, cells)."""
    rows = [[name, text, c.themes, str(c.review).lower(), c.why, c.source, c.model] for name, (text, c) in then.items()]
    return write(path, ["id", "t", *OURS], rows)


def cells_in(table):
    """Our cells of each id in a table."""
    columns = [table.texts(name) for name in OURS]
    return dict(zip(table.texts("id"), zip(*columns, strict=True), strict=True))


def in_rows(source, before, coder, given):
    """Code a file again row by row: the cells by id, and what is put by."""
    plan = CodingPlan(("t",), id="id", settled=given.settled, named=True)
    known = plan_again(plan, open_stream(before), open_stream(source))
    assert known is not None
    again = again_with(open_stream(before), known, given)
    found: dict[str, tuple[str, ...]] = {}
    for table in updated_tables(open_stream(source), plan, {"": coder}, again):
        found |= cells_in(table)
    return found, again.sorting.people


def as_whole(source, before, model, given):
    """Code a file again as a whole, answer by answer."""
    file = answers_in(read_table(source), text=["t"], id="id")
    earlier = read_earlier(read_table(before), file, Asked("id"))
    cells, places = CodedColumns(len(file.answers), named=frozenset([""])), np.arange(len(file.answers))
    update = sort_out(file.answers, earlier, [Part(model.codeframe, model.digest, places, model.name)], given)
    code_part(model, places, file, cells, update=update, settled=given.settled, advance=lambda _: None)
    assert update.records is not None
    return cells_in(file.table.with_columns(cells.columns(file))), update.records.people


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NOW, THEN, st.dictionaries(ID, st.tuples(SETTLED, SETTLED)), st.sets(ID), st.booleans(), st.booleans())
@example(
    {"1": TEXTS[0]}, {"1": (TEXTS[0], HAND)}, {"1": (Settled(("money",)), Settled(("money",)))}, set(), False, True
)
@example({"1": TEXTS[0]}, {"1": (TEXTS[0], PERSON)}, {"1": (Settled(("money",)), None)}, {"1"}, False, True)
@example({"2": TEXTS[1], "1": TEXTS[0]}, {"1": (TEXTS[0], HAND)}, {}, set(), False, False)
def test_a_file_is_coded_again_alike_by_rows_and_as_a_whole(
    tmp_path, model, coder, now, then, labels, undone, force, notes
):
    """What people decided, in the logs or in the file, before or since, stands alike: by rows in their order and answer by answer.

    Only a model's codes whose row has another place are coded anew by rows, and so are not compared.
    """
    source = write(tmp_path / "w.csv", ["id", "t"], now.items())
    before = coded(tmp_path / "w-coded.csv", then)
    settled = {(name, ""): after for name, (_, after) in labels.items() if after}
    same = {name for name, text in now.items() if name in then and then[name][0] == text}
    known = {mark("k", name, "", now[name]): Record("", stamp(labels[name][0])) for name in same.intersection(labels)}
    known = {sign: record for sign, record in known.items() if record.decided}
    records = Records(known, few=True) if notes else Records(problem="lost")
    given_ = Circumstances(settled, {(name, "") for name in undone}, records, "k", force=force)
    ours, put_by = in_rows(source, before, coder, given_)
    whole, people = as_whole(source, before, model, given_)
    places = {name: place for place, name in enumerate(now)}
    moved = {name for place, name in enumerate(then) if places.get(name) != place and not then[name][1].said}
    assert {name: each for name, each in ours.items() if name not in moved} == {
        name: each for name, each in whole.items() if name not in moved
    }
    assert put_by == people
    assert list(ours) == list(now)
