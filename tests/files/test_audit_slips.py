"""Slips of the pen in the labels of an audit: refused with their row, before they become themes."""

import pytest

from freetext import tally
from freetext.errors import InputError

CODED = "id,text,codes\n" + "".join(f"a{n},answer {n},{'staff;waiting' if n % 2 else 'staff'}\n" for n in range(1, 9))


@pytest.fixture
def files(tmp_path):
    (tmp_path / "coded.csv").write_text(CODED, encoding="utf-8")

    def write(*cells):
        rows = "".join(f'a{place},"{cell}"\n' for place, cell in enumerate(cells, start=1))
        (tmp_path / "audit.csv").write_text("id,themes\n" + rows, encoding="utf-8")
        return tally(tmp_path / "coded.csv", themes="codes", text="text", audit=tmp_path / "audit.csv")

    return write


@pytest.mark.parametrize("cell", ["staff, waiting", "staff|waiting", "waiting,staff"])
def test_a_comma_or_a_bar_between_themes_is_no_theme(files, cell):
    """A cell whose parts are themes elsewhere is refused with its row and the mark to use."""
    with pytest.raises(InputError, match=r"row 3, column 'themes'.*Part themes by ';'"):
        files("staff", cell, "waiting", "none")


def test_no_theme_beside_a_theme_is_refused(files):
    """`none` in a cell that holds a theme too says two things at once."""
    with pytest.raises(InputError, match=r"row 3, column 'themes'.*one or the other"):
        files("none", "none;waiting", "staff", "none")


def test_a_theme_whose_name_holds_a_comma_is_a_theme(files):
    """Where no part of it is a theme elsewhere a name with a comma stands as it is."""
    (table,) = files("staff", "pay, time", "waiting", "none")
    assert "pay, time" in {row.name for row in table.rows}
