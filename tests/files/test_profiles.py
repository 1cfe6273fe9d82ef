"""What the cells of a column look like: decided on all of its rows, however late they say something."""

import pytest

from freetext.files.project.guesses import guess
from freetext.files.project.profiles import SAMPLE, profile_of
from freetext.files.project.starter import plan_project
from freetext.files.tabular.rows import Table

LONG = SAMPLE + 1_000


def profiled(cells):
    return profile_of(Table("a.csv", ("q",), (list(cells),), len(cells)), 0)


def kinds(**columns):
    found = guess(Table("a.csv", tuple(columns), tuple(columns.values()), LONG))
    kinds = {column: each.kind for each, _ in found.questions for column in each.columns}
    return {**dict.fromkeys(columns, "nothing"), **kinds, **{name: "identifier" for name, _ in found.drop}}, found


def late(texts, before=""):
    """A column that begins to say something after the first SAMPLE rows."""
    return [before] * (LONG - len(texts)) + list(texts)


def test_a_column_is_what_it_is_late():
    """Texts, addresses and options that begin after thousands of rows make a column what it is."""
    texts = [f"they told us so on day {place}" for place in range(900)]
    mails = [f"p{place}@example.org" for place in range(900)]
    found, guessed = kinds(
        blank=late([]),
        texts=late(texts),
        few=late(["we waited for a very long time"]),
        after=late(texts, before="Yes"),
        mails=late(mails),
        option=late(["C"] * 900, before="A"),
    )
    assert found == {
        "blank": "nothing",
        "texts": "open",
        "few": "open",
        "after": "open",
        "mails": "identifier",
        "option": "closed",
    }
    (option,) = (each for each, _ in guessed.questions if each.name == "option")
    assert option.options == ("A", "C")


def test_what_is_said_of_a_long_column_is_true():
    """Counts of rows, filled and different cells are those of the whole column, and an id is one to its last row."""
    ids = [str(place) for place in range(LONG - 1)]
    _, guessed = kinds(id=[*ids, "0"], place=late(["north"] * 600, before="south"))
    assert guessed.id == ("", "")
    assert dict(guessed.left)["id"] == f"{LONG - 1} different numbers."
    assert [why for _, why in guessed.questions] == [f"2 different values in {LONG} filled cells."]
    assert kinds(id=[*ids, "new"], place=late([]))[1].id[0] == "id"


def test_one_text_among_numbers_is_enough():
    """A column is of numbers only where the last cell is one too."""
    numbers = [str(place) for place in range(LONG)]
    assert profiled(numbers).numeric
    assert not profiled([*numbers[:-1], "none of them"]).numeric


@pytest.mark.parametrize("size", [10, SAMPLE, SAMPLE + 1, 3 * SAMPLE])
def test_what_is_looked_at_is_spread_over_the_file(size):
    """Of more different cells than SAMPLE no more are looked at, from the beginning, the middle and the end."""
    column = profiled([f"text {place}" for place in range(size)])
    assert (column.different, column.filled, column.rows) == (size, size, size)
    assert len(column.counts) <= SAMPLE
    places = [int(text.split()[1]) for text in column.counts]
    assert max(b - a for a, b in zip(places, [*places[1:], size], strict=True)) <= 3


def test_a_ranking_is_one_to_its_last_row():
    """Three columns of ranks are no ranking where one late row gives a rank twice."""
    columns = {f"Rank: {name}": [str(rank)] * LONG for rank, name in enumerate("abc", start=1)}
    assert [each.kind for each, _ in kinds(**columns)[1].questions] == ["ranking"]
    columns["Rank: c"][-1] = "2"
    assert "ranking" not in [each.kind for each, _ in kinds(**columns)[1].questions]


def test_init_says_what_was_looked_at():
    """The settings of a long file say that columns of many different cells were looked at in part, and how; those of a short one do not."""
    texts = [f"text {place}" for place in range(LONG)]
    said = plan_project(Table("a.csv", ("q",), (texts,), LONG), name="a")["freetext.toml"]
    said = " ".join(said.replace("#", "").split())
    assert f"more than {SAMPLE} different cells that many were looked at, spread over the file." in said
    assert "The first" not in said
    assert "looked at" not in plan_project(Table("a.csv", ("q",), (texts[:9],), 9), name="a")["freetext.toml"]
