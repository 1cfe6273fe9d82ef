"""Cells of questions with several answers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.survey.questionnaire import Question
from freetext.survey.several import TICKS, is_ticked, option_cells, parts_of, ticked

word = st.text(alphabet="abcd ", min_size=1, max_size=4).map(str.strip).filter(bool)
options = st.lists(st.lists(word, min_size=1, max_size=3).map(", ".join), min_size=1, max_size=5, unique=True)


@settings(max_examples=100)
@given(options.flatmap(lambda all_: st.tuples(st.just(all_), st.sampled_from(all_))), st.sampled_from([",", ", "]))
def test_an_option_with_the_separator_inside_is_read_whole(drawn, separator):
    """A cell that holds one option alone is that option, whatever the option holds."""
    known, option = drawn
    assert parts_of(option, separator, known) == [option]


@settings(max_examples=100)
@given(st.lists(word, max_size=5), st.sampled_from([";", ", ", "|"]))
def test_what_was_joined_comes_apart(parts, separator):
    """Joined parts without the separator come back in order; blanks and a separator at the end are none."""
    assert parts_of(separator.join(parts) + separator, separator, parts) == parts


def test_the_longest_option_is_taken_first():
    """Where one option begins as another does, the one that takes more of the cell is meant; case and spaces do not matter."""
    known = ("Staff", "Staff, time", "Staff, time, or both")
    assert parts_of("staff,  TIME, or both, Staff", ", ", known) == ["Staff, time, or both", "Staff"]
    assert parts_of("Staff, time", "", known) == ["Staff, time"]


@pytest.mark.parametrize("cell", TICKS)
def test_ticks_tick(cell):
    """Each word for a tick is one in any case, and the option's own words are one too."""
    assert ticked(f" {cell.upper()} ", "Money") is TICKS[cell]
    assert ticked("money", "Money") is True
    assert ticked("No", "no") is True


def test_what_is_no_tick_is_told():
    """A blank is nothing; any other word is refused, or no tick where nobody wants to hear of it."""
    assert ticked(" ", "Money") is None
    assert not is_ticked("2", "Money")
    with pytest.raises(ValueError, match="'2' is no tick"):
        ticked("2", "Money")


def test_what_was_written_into_other_ticks_it():
    """In the column of the option reserved as "other" a text is a tick, a blank or a tick stays what it is; nowhere else."""
    columns = [["Money", "", "x y"], ["", "the weather", "0"]]
    question = Question("q", "multi", ("a", "b"), options=("Money", "Other"), reserved=(("Other", "other"),))
    assert option_cells(question, columns) == {"Money": columns[0], "Other": ["", "1", "0"]}
    assert option_cells(Question("q", "multi", ("a", "b")), columns) == {"a": columns[0], "b": columns[1]}
