"""A coder at a desk of groups: what is decided is on the disk before the next key, and what is written is written once."""

import pytest
from tests.interfaces.visits import known, write_visits

from freetext.errors import InputError, OutputError, UsageError
from freetext.files.labelling.labels import read_labels
from freetext.files.project.codeframes import read_codeframe
from freetext.files.project.settings import read_settings
from freetext.files.reviewing.group_logs import append_log, log_path, stamp_of
from freetext.files.reviewing.kept_groups import groups_path, save_groups
from freetext.interfaces.discovering import searched
from freetext.interfaces.grouping import GroupDesk
from freetext.review.groups import Group, Groups, Written

FRAME = """\
name = "visit"

[[theme]]
slug = "cost"
number = 1
name = "Cost"
keywords = ["price"]
"""
ROWS = """\
id,why
1,the bus was late
2,late bus again. Call me on 07700 900123
3,no bus on sunday
4,too dear
5,the price and the bus
"""


def keys(*names):
    """Answers to the question."""
    return tuple((name, "why") for name in names)


@pytest.fixture(name="folder")
def _folder(tmp_path):
    write_visits(tmp_path, ROWS.splitlines(), FRAME)
    return tmp_path


def desk_of(folder, *, first=False, **more):
    """A desk on groups that are kept for the project's file."""
    looked = searched(known(folder), first=first)
    kept = groups_path(read_settings(folder), "survey.csv", draft=first)
    if not kept.exists():
        groups = (
            Group(1, "bus, late", ("bus", "late"), keys("1", "2", "3", "5")),
            Group(2, "dear", ("dear",), keys("4")),
        )
        save_groups(Groups(looked.digest, groups, 5, 5, 1.0), kept)
    return GroupDesk(looked, kept, "ann", stamp=lambda: "2026-11-23T10:00:00Z", **more)


def press(desk, *pressed):
    """Press keys; a word of several letters in quotes is typed."""
    for key in pressed:
        for letter in key[1:] if key[0] == "'" else (key,):
            desk.press("space" if letter == " " else letter)


THEME = ("y", "y", "n", "enter", "'Late buses", "enter", "'Buses.", "enter")


def test_a_theme_is_written_with_examples_words_and_labels(folder):
    """The codeframe grows by one theme that says since when it is there; answers of it alone get their first label."""
    desk = desk_of(folder)
    press(desk, *THEME, "w", "enter")
    frame = read_codeframe(folder / "codeframe.toml")
    theme = frame.find("late-buses")
    assert (theme.name, theme.definition, theme.keywords) == ("Late buses", "Buses.", ("bus", "late"))
    assert theme.examples == ("the bus was late", "late bus again. Call me on [phone]")
    assert frame.added("late-buses") == "2026-11-23T10:00:00Z"
    labels = read_labels(folder / "data" / "annotated").labels
    assert [(label.id, label.themes, label.source, label.coder) for label in labels] == [
        ("1", ("late-buses",), "lookup", "ann"),
        ("2", ("late-buses",), "lookup", "ann"),
    ]
    assert {label.codeframe for label in labels} == {frame.digest}
    assert desk.view().message == "codeframe.toml: 1 group written, 2 labels."


def test_a_synonym_adds_words_and_examples_once(folder):
    """What a theme has already is not added again, and a theme that was there is not new."""
    desk = desk_of(folder)
    press(desk, "g", "'2", "enter", "y", "/", "enter", "w", "enter")
    frame = read_codeframe(folder / "codeframe.toml")
    assert frame.find("cost").keywords == ("price", "dear")
    assert frame.find("cost").examples == ("too dear",)
    assert not frame.changes


def test_a_killed_session_is_gone_on_with(folder):
    """Every decision is in the log when the key comes back: another desk stands where the first one stood."""
    desk = desk_of(folder)
    for place, key in enumerate(THEME):
        press(desk, key)
        again = desk_of(folder)
        assert again.walk.walk == desk.walk.walk, place
    press(again, "u")
    assert desk_of(folder).walk.walk[0].fate == ""


def test_a_write_that_was_broken_off_is_finished_and_not_done_twice(folder):
    """Killed after the log said so, after the codeframe or after the labels: the next session does the rest, once."""
    desk = desk_of(folder)
    press(desk, *THEME)
    kept = groups_path(read_settings(folder), "survey.csv")
    log, stamp = log_path(kept, "ann"), stamp_of(kept)
    append_log(log, stamp, [Written(((1, "late-buses"),))])
    before = log.read_bytes()
    assert desk_of(folder).walk.walk[0].written
    whole = (folder / "codeframe.toml").read_text(), (folder / "data/annotated/ann.jsonl").read_text()
    assert "late-buses" in whole[0]
    log.write_bytes(before)  # as if the session had died behind the labels
    assert desk_of(folder).walk.walk[0].written
    assert ((folder / "codeframe.toml").read_text(), (folder / "data/annotated/ann.jsonl").read_text()) == whole
    log.write_bytes(before)
    (folder / "data/annotated/ann.jsonl").unlink()  # as if it had died behind the codeframe
    desk_of(folder)
    assert len(read_labels(folder / "data" / "annotated").labels) == 2


def test_what_cannot_be_kept_has_not_happened(folder):
    """A full disk, or a lock that is gone, is told; the answer stays open."""

    def full():
        raise OutputError("log", "the disk is full.")

    desk = desk_of(folder, beat=full)
    press(desk, "y")
    assert "the disk is full" in desk.view().message
    assert not desk.walk.walk[0].marks


def test_a_codeframe_that_changed_meanwhile_is_told(folder):
    """A synonym of a theme that has gone is not written; undo takes it back, and nothing else is lost."""
    desk = desk_of(folder)
    press(desk, "y", "/", "enter")
    (folder / "codeframe.toml").write_text(FRAME.replace('"cost"', '"money"').replace('"Cost"', '"Money"'))
    press(desk, "w", "enter")
    assert "'cost'" in desk.view().message
    press(desk, "u")
    assert not desk.walk.due.groups
    assert desk.walk.walk[0].held == keys("1")


def test_a_first_codeframe_replaces_the_example_only(folder):
    """Themes become codeframe.toml with the reserved codes behind; there is no entry of anything added."""
    (folder / "codeframe.toml").unlink()
    desk = desk_of(folder, first=True)
    press(desk, *THEME, "w", "enter")
    frame = read_codeframe(folder / "codeframe.toml")
    assert frame.slugs == ("late-buses", "other", "dont-know", "none")
    assert not frame.changes
    press(desk, "y", "/")
    assert desk.view().found == ("Late buses",)


def test_other_answers_than_were_grouped_are_refused(folder):
    """Groups are about the texts that they were found in: the command that finds them anew is named."""
    desk_of(folder)
    (folder / "survey.csv").write_text(ROWS.replace("sunday", "monday"))
    with pytest.raises(InputError, match=r"have changed since.*--force anew"):
        desk_of(folder)


def test_a_project_without_a_codeframe_says_what_to_write(folder):
    """Where freetext.toml names no codeframe, the line that mends it is named before anybody looks at an answer."""
    settings = folder / "freetext.toml"
    settings.write_text(settings.read_text().replace('codeframe = "codeframe.toml"\n', ""))
    with pytest.raises(UsageError, match="names no codeframe"):
        desk_of(folder)


def test_a_codeframe_that_is_no_toml_is_refused_at_once(folder):
    """Nobody looks through groups that could not be written."""
    (folder / "codeframe.csv").write_text("slug,name\ncost,Cost\n")
    settings = folder / "freetext.toml"
    settings.write_text(settings.read_text().replace("codeframe.toml", "codeframe.csv"))
    with pytest.raises(UsageError, match=r"changed in a \.toml file"):
        desk_of(folder)
