"""What an export says of names that it changes, and how SPSS shows numbers."""

import pyreadstat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from freetext.files.exchange.dataset import Dataset, Variable
from freetext.files.exchange.exports_names import LONGEST, renames_of, renames_said, shortened
from freetext.files.exchange.names import spss_names
from freetext.files.exchange.sav import write_sav
from freetext.files.exchange.sps import LINE, sps_text

QUESTION = "What is the greatest barrier? Please say in your own words, at whatever length you like, all of it"


def dataset_of(*names, cells=("a",)):
    """A dataset of texts under these names."""
    return Dataset("s", "S", tuple(Variable(name, "text", cells) for name in names), len(cells))


@given(st.text(max_size=200))
def test_a_long_name_is_cut_in_its_middle(name):
    """A name is said on one line and in 40 characters at most; one that fits is said whole, a long one begins and ends as it does."""
    plain, short = " ".join(name.split()), shortened(name)
    assert len(short) <= LONGEST
    assert short == plain or (plain.startswith(short[:9].rstrip()) and plain.endswith(short[-5:].lstrip()))


def test_long_names_are_said_and_never_hidden():
    """A name that is long is said with an ellipsis, what it became beside it, how many there are, and where the rest stands."""
    renames = [(f"{QUESTION} {n}", f"What_{n}") for n in range(9)]
    (said,) = renames_said(renames, where="all in x.sps")
    assert said.startswith("9 renamed: What is the greatest bar\u2026")
    assert " 0 -> What_0, " in said
    assert said.endswith(" and 5 more (all in x.sps)")
    assert renames_said([("a b", "a_b")], where="x") == ("1 renamed: a b -> a_b",)
    assert renames_said([], where="x") == ()


@pytest.mark.parametrize("form", ["sav", "dta", "triple-s"])
def test_every_rename_is_listed(form):
    """Each name that a format does not take is listed in full, the others are not; formats that take all have none."""
    dataset = dataset_of("id", QUESTION, "a b")
    assert [name for name, _ in renames_of(dataset, form)] == [QUESTION, "a b"]
    assert renames_of(dataset, "csv") == ()


def test_the_syntax_holds_every_rename():
    """The .sps says of each variable what it was called, on lines that SPSS reads whole."""
    dataset = dataset_of("id", QUESTION, "a b")
    names = spss_names([each.name for each in dataset.variables])
    lines = sps_text(dataset, names, data="x.sav").split("\r\n")
    assert f"* {names[1]} was called: {QUESTION}." in lines
    assert "* a_b was called: a b." in lines
    assert not any("called: id" in line for line in lines)
    assert max(len(line.encode()) for line in lines) <= LINE


def test_names_that_look_the_same_stand_in_quotes():
    """A blank at the end of a name is seen."""
    assert renames_said([("ID ", "ID")], where="x") == ("1 renamed: 'ID ' -> 'ID'",)


@pytest.mark.parametrize(
    ("cells", "form"),
    [
        ([1, None], "F8.0"),
        ([12345678, 1], "F8.0"),
        ([123456789, 1], "F9.0"),
        ([-12345678, 1], "F9.0"),
        ([118500000037, 1], "F12.0"),
        ([1.5, 2], "F12.4"),
        ([1234567890.5, 2], "F15.4"),
        ([None, None], "F8.0"),
    ],
)
def test_a_number_is_shown_whole(tmp_path, cells, form):
    """The format of a number is as wide as its largest value, so that SPSS shows no asterisks or exponents."""
    write_sav(Dataset("s", "S", (Variable("n", "number", cells),), 2), tmp_path / "x.sav")
    _, meta = pyreadstat.read_sav(str(tmp_path / "x.sav"))
    assert meta.original_variable_types["n"] == form
