"""An earlier wave's coded file under today's codeframe."""

from datetime import UTC, datetime

import pytest

from freetext.files.coding.coded_then import Frames, decided_when, slugs_then, under_today
from freetext.files.project.settings import read_settings
from freetext.files.tabular.tables import Table
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.fates import Change
from freetext.survey.labels import Label

TIME = "2025-01-01T00:00:00Z"
BEFORE, AFTER = datetime(2024, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)


def frame(*changes, slugs=("a", "b", "c")):
    return Codeframe(
        "f", tuple(Theme(slug, place + 1, slug.title()) for place, slug in enumerate(slugs)), changes=changes
    )


@pytest.mark.parametrize(
    ("change", "before"),
    [
        (Change("add", (), ("c",), TIME), {"a", "b"}),
        (Change("split", ("x",), ("a", "b"), TIME), {"x", "c"}),
        (Change("rename", ("x",), ("a",), TIME), {"x", "b", "c"}),
        (Change("merge", ("x", "y"), ("a",), TIME), {"x", "y", "a", "b", "c"}),
        (Change("retire", ("x",), (), TIME), {"x", "a", "b", "c"}),
    ],
)
def test_a_change_is_taken_back_for_a_wave_that_came_before_it(change, before):
    """A wave that was decided before a change had the themes of before, one decided after it those of today."""
    assert set(slugs_then(frame(change), (), BEFORE)) == before
    assert slugs_then(frame(change), (), AFTER) == ("a", "b", "c")


def test_a_code_that_is_gone_tells_that_the_wave_came_before():
    """Codes of a wave speak louder than the time of its decisions."""
    assert set(slugs_then(frame(Change("split", ("x",), ("a", "b"), TIME)), {"x"}, AFTER)) == {"x", "c"}


def test_a_wave_was_decided_on_in_the_middle_of_its_decisions(tmp_path):
    """The middle of the times counts; without any that of the file."""
    labels = [Label(str(day), "q", (), "ada", f"2024-01-{day:02}T00:00:00Z") for day in (1, 2, 30)]
    assert decided_when(labels, "nowhere").day == 2
    (tmp_path / "coded.csv").touch()
    assert decided_when((), str(tmp_path / "coded.csv")).year >= 2024


@pytest.fixture(name="project")
def _project(tmp_path):
    (tmp_path / "freetext.toml").write_text(
        'format = 1\n[survey]\nname = "s"\ncodeframe = "f.toml"\n[[question]]\nname = "q"\nkind = "open"\ncolumn = "q"\n',
        encoding="utf-8",
    )
    themes = "".join(
        f'[[theme]]\nslug = "{slug}"\nname = "{slug}"\nnumber = {place}\n' for place, slug in enumerate("abc", 1)
    )
    changes = (
        '[[change]]\nop = "split"\nfrom = ["x"]\nto = ["a", "b"]\ntime = "2025-01-01T00:00:00Z"\n'
        '[[change]]\nop = "merge"\nfrom = ["y", "z"]\nto = ["c"]\ntime = "2025-01-01T00:00:00Z"\n'
        '[[change]]\nop = "retire"\nfrom = ["old"]\ntime = "2025-01-01T00:00:00Z"\n'
    )
    (tmp_path / "f.toml").write_text(f'format = 1\nname = "f"\n{themes}{changes}', encoding="utf-8")
    return read_settings(tmp_path)


@pytest.mark.parametrize(
    ("themes", "source", "then", "by"),
    [
        ("a;c", "a=human;c=human", "a;c", "a=human;c=human"),
        ("x", "x=human", "a;b", "a=human;b=human"),
        ("y;z", "y=human;z=model", "c", "c=model"),
        ("old", "old=human", "", "human"),
        ("", "human", "", "human"),
        ("", "blank", "", "blank"),
        ("strange", "strange=model", "strange", "strange=model"),
    ],
)
def test_codes_and_who_gave_them_are_carried(project, themes, source, then, by):
    """Each code becomes what the log of changes says, with who gave it; what no change knows stays."""
    table = Table("coded.csv", ("q", "freetext_themes:q", "freetext_source:q"), (["text"], [themes], [source]), 1)
    carried = under_today(table, Frames(project))
    assert carried.texts("freetext_themes:q") == [then]
    assert carried.texts("freetext_source:q") == [by]
    assert carried.texts("q") == ["text"]
