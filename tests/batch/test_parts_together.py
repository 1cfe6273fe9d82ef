"""Parts that are tallied together: their respondents, weights and banners."""

import pytest

from freetext.batch.folders import code_folder
from freetext.files.coding.wanted import Wanted
from freetext.files.parts.coded_folders import coded_folder
from freetext.files.parts.folder_tallying import folder_tables

HEAD = ("id", "pid", "region", "weight", "verbatim")


@pytest.fixture
def code(bundle, tmp_path):
    """Code the folder `in`."""

    def run(out, **given):
        return code_folder(tmp_path / "in", tmp_path / out, text="verbatim", id="id", model=bundle, **given)

    return run


@pytest.fixture
def people(rows):
    """Each respondent has two answers, one below the other."""
    return [(name, f"p{number // 2:02}", *more) for number, (name, *more) in enumerate(rows)]


def told(out):
    """The counts of the first table, and what was said meanwhile."""
    said: list[str] = []
    tables = folder_tables(coded_folder(out), Wanted(), tell=said.append)
    return [(column.name, column.n) for column in tables[0].columns], said


@pytest.mark.parametrize("sort", [True, False])
def test_ranges_of_a_file_are_tallied_like_the_file(code, tmp_path, answers_to, people, sort):
    """A file that is parted into ranges is tallied as one where respondents have several rows, be it sorted by them or not."""
    some = people if sort else people[::2] + people[1::2]
    answers_to(tmp_path / "in/a.parquet", some, head=HEAD, row_group=15)
    assert code("whole", respondent="pid").parts == 1
    assert code("ranges", respondent="pid", range_rows=15).parts == (2 if sort else 1)
    assert told(tmp_path / "ranges")[0] == told(tmp_path / "whole")[0]


@pytest.mark.parametrize(("lacking", "option"), [("weight", "--weight"), ("region", "--by")])
def test_a_part_without_a_column_that_was_asked_for_fails(code, tmp_path, answers_to, people, lacking, option):
    """A part that lacks the weight or the banner that was named fails and is named, and the others stand."""
    place = HEAD.index(lacking)
    answers_to(tmp_path / "in/a.csv", people[:30], head=HEAD)
    few = [row[:place] + row[place + 1 :] for row in people[30:]]
    answers_to(tmp_path / "in/b.csv", few, head=HEAD[:place] + HEAD[place + 1 :])
    report = code("out", by=["region"], weight="weight")
    (failed,) = report.failed
    assert failed.part.endswith("b.csv")
    assert f"no column '{lacking}' ({option})" in failed.what
    assert (report.coded, report.whole) == (1, False)
