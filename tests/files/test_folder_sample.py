"""A sample of a folder's respondents, read batch by batch."""

import csv

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import InputError
from freetext.files.parts.coded_folders import CodedFolder, CodedPartFile
from freetext.files.parts.folder_sample import sampled
from freetext.survey.samples import drawn


def folder_of(place, parts, extra=()):
    """A folder of these parts, each a list of people; a later part has further columns."""
    files = []
    for number, people in enumerate(parts):
        path = place / f"part-{number}.csv"
        with path.open("w", newline="", encoding="utf-8") as out:
            head = ["who", "say", *extra[:number]]
            csv.writer(out).writerows([head, *([who, f"{who} says", *extra[:number]] for who in people)])
        files.append(CodedPartFile(str(path), path.name))
    return CodedFolder(str(place), tuple(files))


@settings(max_examples=25, deadline=None)
@given(
    people=st.lists(st.integers(0, 60).map(str), min_size=1, max_size=120),
    most=st.integers(1, 80),
    cut=st.integers(0, 120),
    seed=st.integers(0, 3),
)
def test_a_sample_is_that_of_the_whole_however_it_is_parted(tmp_path_factory, people, most, cut, seed):
    """Those with the lowest numbers are taken, each with all rows, as many as go in; where the parts are cut makes no difference."""
    place = tmp_path_factory.mktemp("parts")
    parts = [some for some in (people[:cut], people[cut:]) if some]
    table, rows = sampled(folder_of(place, parts), "who", seed, most)
    order = sorted(set(people), key=lambda each: drawn([each], seed)[0])
    kept: list[str] = []
    for who in order:
        mine = [who] * people.count(who)
        if kept and len(kept) + len(mine) > most:
            break
        kept += mine
    assert rows == len(people)
    assert sorted(table.texts("who")) == sorted(kept)
    assert table.texts("say") == [f"{who} says" for who in table.texts("who")]


def test_columns_are_those_of_the_first_part(tmp_path):
    """A column that a later part alone has is left out; rows without a name are each somebody."""
    table, rows = sampled(folder_of(tmp_path, [["a"], ["b", "c"]], ("freetext_model",)), "", 0, 10)
    assert (table.names, table.size, rows) == (("who", "say"), 3, 3)


def test_a_folder_without_rows_is_refused(tmp_path):
    """Nothing can be drawn of nothing, which is said with the folder's name."""
    with pytest.raises(InputError, match="holds no row"):
        sampled(folder_of(tmp_path, [[]]), "who", 0, 10)
