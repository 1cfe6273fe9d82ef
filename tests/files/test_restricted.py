"""The list of escalated answers: from the coders' logs, for its owner alone."""

import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from tests.interfaces.homes import CODEFRAME, SETTINGS

from freetext.files.project.settings import read_settings
from freetext.files.restricting.escalated import (
    BY_CODER,
    CHANGED,
    GONE,
    Escalated,
    escalated_in,
    read_escalated,
    write_escalated,
)
from freetext.files.restricting.lists import restricted_folder, write_restricted
from freetext.files.restricting.owners import list_place, listed_file, write_list
from freetext.survey.labels import Label, raised


def label(id, coder="ada", event="label", flags=("safeguarding",), time="2026-01-01T00:00:00Z"):
    """An event of a log."""
    return Label(id, "why", (), coder, time, "audit", event=event, flags=flags)


def test_the_list_holds_who_raised_what_and_when():
    """Each coder's standing flag is a row with the category that the answer looks like, or that the coder raised it."""
    labels = [label("1"), label("2", "ben"), label("3", flags=())]
    found = escalated_in(labels, lambda key: "violence" if key[0] == "1" else "", lambda key: "h")
    assert found == [
        Escalated("1", "why", "violence", "ada", "2026-01-01T00:00:00Z"),
        Escalated("2", "why", BY_CODER, "ben", "2026-01-01T00:00:00Z"),
    ]


def test_what_is_taken_back_is_gone():
    """An undo, or a later decision without the flag, takes an answer off the list; passing over it does not."""
    assert raised([label("1"), label("1", event="undo", flags=())], "safeguarding") == []
    assert raised([label("1"), label("1", flags=())], "safeguarding") == []
    assert raised([label("1"), label("1", event="skip", flags=())], "safeguarding") == [label("1")]
    assert raised([label("1", event="skip")], "safeguarding") == [label("1", event="skip")]


def test_a_flag_falls_by_a_look_at_the_same_text_alone():
    """A plain decision of an imported table or a rule takes no flag down, nor does one on another text under the same id."""
    flag = Label("1", "why", (), "ada", "t1", "audit", "a", flags=("safeguarding",))
    other = Label("1", "why", (), "ada", "t2", "audit", "b", flags=("safeguarding",))
    for source in ("import", "rule"):
        assert raised([flag, Label("1", "why", ("x",), "ada", "t3", source, "a")], "safeguarding") == [flag]
    assert raised([flag, Label("1", "why", ("x",), "ada", "t3", "queue", "b")], "safeguarding") == [flag]
    assert raised([flag, Label("1", "why", ("x",), "ada", "t3", "queue", "a")], "safeguarding") == []
    assert raised([flag, other], "safeguarding") == [flag, other]


def test_a_flag_on_what_has_changed_is_listed_as_such():
    """An answer whose text is another now, and one that the file has no more, stay with what they looked like and what became of them."""
    events = [replace(label(name), text_hash="a") for name in ("1", "2", "3", "4")]
    before = [Escalated(name, "why", "violence", "ada", events[0].time) for name in ("1", "2", "3")]
    now = {"1": "a", "2": "b"}
    for _ in range(2):
        before = escalated_in(events, lambda _: "", lambda key: now.get(key[0], ""), before)
        assert [(each.id, each.category) for each in before] == [
            ("1", BY_CODER),
            ("2", f"violence; {CHANGED}"),
            ("3", f"violence; {GONE}"),
        ]


@pytest.fixture(name="plan")
def _plan(tmp_path):
    """The settings of a small survey."""
    (tmp_path / "freetext.toml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "codeframe.toml").write_text(CODEFRAME, encoding="utf-8")
    return read_settings(tmp_path)


def test_the_list_is_for_its_owner_alone(tmp_path, plan):
    """The file has mode 0600, its folder 0700; it holds no text, begins no formula, and an empty list is made where one stood only."""
    source = tmp_path / "survey.csv"
    place = tmp_path / "output" / "restricted" / "survey-escalated.csv"
    assert write_escalated([], source, plan) == place
    assert not place.exists()
    found = [Escalated("=1", "why", "violence", "ada", "now")]
    assert write_escalated(found, source, plan) == place
    if sys.platform != "win32":
        assert {stat.S_IMODE(path.stat().st_mode) for path in place.parent.iterdir()} == {0o600}
        assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700
    assert place.read_text(encoding="utf-8-sig").splitlines() == [
        "id,question,category,coder,time",
        "'=1,why,violence,ada,now",
    ]
    assert read_escalated(place) == found
    write_escalated([], source, plan)
    assert read_escalated(place) == []


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_rights_are_mended_where_the_list_stays(tmp_path):
    """A list that is not written again, and the folder of ours around it, are made their owner's alone all the same; others' folders stay."""
    for folder, rights in (("restricted", 0o700), ("shared", 0o755)):
        place = tmp_path / folder / "list.csv"
        assert write_restricted(b"id", place)
        place.parent.chmod(0o755)
        place.chmod(0o644)
        assert not write_restricted(b"id", place)
        assert stat.S_IMODE(place.stat().st_mode) == 0o600
        assert stat.S_IMODE(place.parent.stat().st_mode) == rights


def test_files_of_one_name_have_lists_of_their_own(tmp_path, plan):
    """The first file keeps the plain name whenever it comes again, another of its stem has a marked one, and each list tells its file."""
    sources = [str(tmp_path / name) for name in ("y1/answers.csv", "y2/answers.csv", "answers.xlsx")]
    for _ in range(2):
        places = [write_list(source.encode(), plan, source, "-x.csv") for source in sources]
        assert places[0].name == "answers-x.csv"
        assert [place.read_bytes() for place in places] == [source.encode() for source in sources]
        assert [listed_file(plan, place) for place in places] == [Path(source) for source in sources]
    assert [list_place(plan, source, "-x.csv") for source in sources] == places


def test_a_list_that_nobody_noted_is_the_surveys_own(tmp_path, plan):
    """A list without a note is written anew for the survey's own file, and left where another file is checked."""
    own = replace(plan, questionnaire=replace(plan.questionnaire, file="answers.csv"))
    place = restricted_folder(own) / "answers-x.csv"
    write_restricted(b"old", place)
    assert write_list(b"new", own, str(tmp_path / "y1" / "answers.csv"), "-x.csv") != place
    assert place.read_bytes() == b"old"
    assert write_list(b"new", own, str(tmp_path / "answers.csv"), "-x.csv") == place
    assert place.read_bytes() == b"new"


def test_no_list_of_standard_input_is_written_over(plan):
    """Nobody knows which file it was: another list has a number, the same one its old name."""
    names = [write_list(data, plan, "-", "-x.csv").name for data in (b"a", b"b", b"a")]
    assert names == ["standard-input-x.csv", "standard-input-2-x.csv", "standard-input-x.csv"]
