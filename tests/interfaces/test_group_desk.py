"""A coder at a desk of groups: what is decided is on the disk before the next key, and what is written is written once."""

import pytest
from tests.interfaces.visits import known, write_visits

from freetext.errors import InputError, OutputError, UsageError
from freetext.files.labelling.labels import append_labels, read_labels
from freetext.files.project.codeframes import read_codeframe
from freetext.files.project.settings import read_settings
from freetext.files.reviewing.group_logs import append_log, log_path, stamp_of
from freetext.files.reviewing.kept_groups import groups_path, save_groups
from freetext.interfaces.grouping import GroupDesk
from freetext.interfaces.searched import searched
from freetext.review.groups import Group, Groups, Written
from freetext.survey.labels import Label

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


def desk_of(folder, *, first=False, id="id", more_groups=(), coder="ann", **more):
    """A desk on groups that are kept for the project's file."""
    looked = searched(known(folder, id=id), first=first)
    kept = groups_path(read_settings(folder), "survey.csv", draft=first)
    if not kept.exists():
        called = [key[0] for key in looked.keys]
        groups = (
            Group(1, "bus, late", ("bus", "late"), keys(*(called[place] for place in (0, 1, 2, 4)))),
            Group(2, "dear", ("dear",), keys(called[3])),
            *more_groups,
        )
        hashed = tuple((key, looked.hashed(place)) for place, key in enumerate(looked.keys))
        save_groups(Groups(looked.digest, groups, 5, 5, 1.0, hashed=hashed), kept)
    return GroupDesk(looked, kept, coder, stamp=lambda: "2026-11-23T10:00:00Z", **more)


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


def test_two_coders_do_not_make_one_theme_twice(folder):
    """What the other coder has made of a group stands at it; a name that was given meanwhile is refused before anything is written."""
    ann, ben = desk_of(folder), desk_of(folder, coder="ben")
    press(ann, *THEME, "w", "enter")
    press(ben, *THEME, "w", "enter")
    assert "Nothing is written. Group 1: The codeframe has Late buses already" in ben.view().message
    assert {label.coder for label in read_labels(folder / "data" / "annotated").labels} == {"ann"}
    press(ben, "b", "g", "'1", "enter", "t", "'!", "enter", "w", "enter")
    assert read_codeframe(folder / "codeframe.toml").slugs == ("cost", "late-buses", "late-buses-2")
    later = desk_of(folder, coder="cleo")
    assert later.view().fate == "theme late-buses-2 (ben)"
    press(later, "r")
    assert later.view().fate == ""
    press(later, "g", "'1", "enter")
    assert later.view().fate == "dropped"


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
    """Groups are about the texts that they were found in: where none of them is left, what finds groups anew is named."""
    desk_of(folder)
    (folder / "survey.csv").write_text("id,why\n" + "".join(f"{name},another text\n" for name in range(1, 6)))
    with pytest.raises(InputError, match=r"in the file any more.*--force finds groups anew"):
        desk_of(folder)


def labels_of(folder):
    """Who was given what."""
    return {label.id: label.themes for label in read_labels(folder / "data" / "annotated").labels}


def test_decisions_stand_when_rows_were_added(folder):
    """A file that has grown keeps what was decided, wherever the rows stand by now; how much has changed is said."""
    press(desk_of(folder), *THEME)
    (folder / "survey.csv").write_text(ROWS.replace("id,why\n", "id,why\n7,new one\n8,another\n") + "9,more\n10,\n")
    desk = desk_of(folder)
    assert "changed since these groups were found: 3 answers more." in desk.view().message
    press(desk, "w", "enter")
    assert labels_of(folder) == {"1": ("late-buses",), "2": ("late-buses",)}


def test_an_answer_that_is_gone_or_says_something_else_is_decided_on_no_more(folder):
    """Its decision counts for nothing, it gets no label, and nobody can mark it; all others keep theirs."""
    press(desk_of(folder), *THEME)
    (folder / "survey.csv").write_text(
        ROWS.replace("1,the bus was late\n", "").replace("late bus again.", "kind staff.")
    )
    desk = desk_of(folder)
    assert "2 answers of theirs gone, or with another text" in desk.view().message
    press(desk, "g", "'1", "enter", "b", "b", "b")
    view = desk.view()
    assert (view.held, view.out, view.open, view.gone) == (0, 1, 1, 2)
    assert view.member.mark == "-"
    assert "kind staff" not in view.member.text
    press(desk, "y")
    assert "nothing can be decided on it" in desk.view().message
    press(desk, "a")
    assert desk.view().phase == "group"
    press(desk, "s", "s", "s", "y", "w", "enter")
    assert labels_of(folder) == {"5": ("late-buses",)}


def test_without_ids_decisions_follow_the_text(folder):
    """Where a row's number is all that an answer is called by, rows put above it move no decision to another answer."""
    (folder / "survey.csv").write_text(ROWS.replace("3,no bus on sunday", "3,the bus was late"))
    press(desk_of(folder, id=""), *THEME)
    lines = (folder / "survey.csv").read_text().splitlines()
    (folder / "survey.csv").write_text("\n".join([lines[0], "0,new", *lines[1:], ""]))
    press(desk_of(folder, id=""), "w", "enter")
    texts = {str(number): line.split(",")[1] for number, line in enumerate([*lines[:1], "0,new", *lines[1:]], start=1)}
    assert {texts[name] for name in labels_of(folder)} == {
        "the bus was late",
        "late bus again. Call me on 07700 900123",
    }
    assert len(labels_of(folder)) == 2


def test_groups_that_were_found_anew_meanwhile_take_no_decision(folder):
    """Another session that replaces the groups is noticed: a decision on groups that are gone would never be seen again."""
    desk = desk_of(folder)
    kept = groups_path(read_settings(folder), "survey.csv")
    save_groups(Groups("other"), kept)
    press(desk, "y")
    assert "found anew meanwhile" in desk.view().message
    assert not desk.walk.walk[0].marks


def test_an_answer_of_two_groups_keeps_the_theme_that_was_written_first(folder):
    """Labels that are written later hold the themes of before: a second group takes none away."""
    desk = desk_of(folder, more_groups=(Group(3, "sunday", ("sunday",), keys("3", "1")),))
    press(desk, *THEME, "w", "enter", "g", "'3", "enter", "y", "y", "enter", "'Sundays", "enter", "enter", "w", "enter")
    assert labels_of(folder) == {"1": ("late-buses", "sundays"), "2": ("late-buses",), "3": ("sundays",)}
    assert desk_of(folder).walk.walk == desk.walk.walk


def test_what_a_coder_said_of_an_answer_elsewhere_is_shown(folder):
    """Marks in other groups, and the coder's own label, stand beside the answer; its themes are ticked where others are named."""
    time, log = "2026-01-01T00:00:00Z", folder / "data" / "annotated"
    append_labels(log, [Label("1", "why", ("cost",), "ann", time), Label("2", "why", (), "ben", time)])
    desk = desk_of(folder, more_groups=(Group(3, "late", ("late",), keys("1", "2")),))
    assert desk.view().member.earlier == ("your label: Cost",)
    press(desk, "a")
    assert desk.view().ticked == ("Cost",)
    press(desk, "enter", "n", "g", "'3", "enter")
    assert desk.view().member.earlier == ("your label: Cost", "a in group 1, bus, late")
    press(desk, "s")
    assert desk.view().member.earlier == ("n in group 1, bus, late",)


def test_a_first_codeframe_is_in_the_language_of_its_answers(folder):
    """The groups remember what they were read in; whoever names a language overrules it."""
    (folder / "codeframe.toml").unlink()
    press(desk_of(folder, first=True, lang="de"), *THEME, "w", "enter")
    assert read_codeframe(folder / "codeframe.toml").lang == "de"


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
