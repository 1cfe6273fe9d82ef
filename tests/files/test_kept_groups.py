"""Groups and what was decided on them, on the disk."""

import json
import stat
from dataclasses import replace
from typing import Any

import pytest

from freetext.errors import InputError
from freetext.files.project.settings import read_settings
from freetext.files.reviewing.group_logs import append_log, log_path, logs_of, read_log, stamp_of
from freetext.files.reviewing.kept_groups import groups_path, load_groups, save_groups
from freetext.review.groups import Decision, Entry, Group, Groups, Mark, Undo, Written

GROUP = Group(
    1,
    "bus, late",
    ("bus", "late"),
    (("1", "q"), ("2", "q")),
    0.2,
    0.1,
    0.4,
    (("travel", 0.5),),
    0.3,
    ((("1", "q"),), (("2", "q"),)),
    7,
)
GROUPS = Groups(
    "abc",
    (GROUP,),
    10,
    6,
    0.6,
    said="said",
    claimed=(("2", "q"),),
    lang="de",
    hashed=((("1", "q"), "aa"), (("2", "q"), "bb")),
)
ENTRIES: list[Entry] = [
    Decision("mark", 1, ("1", "q"), Mark("also", ("cost",))),
    Decision("mark", 1, ("2", "q")),
    Decision("name", 1, text="Büsse"),
    Decision("merge", 1, other=2),
    Undo(),
    Written(((1, "buses"),)),
    Written(((1, "buses"),), done=True),
]


@pytest.fixture(name="kept")
def _kept(tmp_path):
    path = tmp_path / "output" / "discover" / "survey.json"
    save_groups(GROUPS, path)
    return path


def test_groups_round_trip_for_their_owner_alone(kept):
    """What is read is what was written; nobody else may read the file or its folder."""
    assert load_groups(kept) == GROUPS
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700
    assert load_groups(kept.with_name("other.json")) is None


def test_groups_that_were_kept_without_a_count_of_claimed_answers_are_read(kept):
    """A session that was begun before groups said how many claimed answers they reach for is gone on with."""
    values = json.loads(kept.read_text())
    for each in values["groups"]:
        del each["also"]
    kept.write_text(json.dumps(values))
    assert load_groups(kept) == replace(GROUPS, groups=(replace(GROUP, also=0),))


def test_groups_that_cannot_be_read_name_the_mend(kept):
    """A torn or foreign file is refused with the command that makes it anew."""
    for text in ("", "[]", '{"format": 9}', json.dumps({"format": 1, "digest": "x", "groups": [{}]})):
        kept.write_text(text)
        with pytest.raises(InputError, match="--force makes it anew"):
            load_groups(kept)


def test_a_number_beyond_all_numbers_is_refused(kept):
    """A count that no counting gives is refused as any other damage is."""
    told = kept.read_text()
    for name in ("answers", "number"):
        values = json.loads(told)
        (values if name == "answers" else values["groups"][0])[name] = float("inf")
        kept.write_text(json.dumps(values))
        with pytest.raises(InputError, match="--force makes it anew"):
            load_groups(kept)


def test_a_log_round_trips_and_is_about_its_groups_alone(kept):
    """Decisions come back in their order; a log of other groups holds none, and is begun anew."""
    log, stamp = log_path(kept, "Ann"), stamp_of(kept)
    append_log(log, stamp, ENTRIES[:3])
    append_log(log, stamp, ENTRIES[3:])
    assert read_log(log, stamp) == ENTRIES
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert read_log(log, "other") == []
    append_log(log, "other", [Undo()])
    assert read_log(log, "other") == [Undo()]
    assert read_log(log, stamp) == []


def test_a_torn_last_line_swallows_nothing(kept):
    """A session that was killed while it wrote leaves a torn line; the next decision stands on a line of its own."""
    log, stamp = log_path(kept, "ann"), stamp_of(kept)
    append_log(log, stamp, ENTRIES[:1])
    with log.open("ab") as handle:
        handle.write(b'{"event": "na')
    assert read_log(log, stamp) == ENTRIES[:1]
    append_log(log, stamp, ENTRIES[2:3])
    assert read_log(log, stamp) == [ENTRIES[0], ENTRIES[2]]


def test_only_what_is_not_written_yet_stands_in_the_way(kept):
    """A log whose themes are all in the codeframe keeps nobody from finding groups anew."""
    log, stamp = log_path(kept, "ann"), stamp_of(kept)
    assert logs_of(kept) == []
    append_log(log, stamp, ENTRIES[:3])
    assert logs_of(kept) == [log]
    append_log(log, stamp, [Decision("theme", 1)])
    assert logs_of(kept) == [log]
    append_log(log, stamp, ENTRIES[5:])
    assert logs_of(kept) == []


def test_what_was_said_of_another_group_before_themes_were_written_stands_in_the_way(tmp_path):
    """A mark is not lost because the theme of another group was written after it; when all groups are decided nothing is left to lose."""
    kept = tmp_path / "survey.json"
    two = replace(GROUP, number=2)
    save_groups(replace(GROUPS, groups=(GROUP, two)), kept)
    log, stamp = log_path(kept, "ann"), stamp_of(kept)
    written: list[Entry] = [Decision("theme", 1), Written(((1, "buses"),)), Written(((1, "buses"),), done=True)]
    append_log(log, stamp, [Decision("mark", 2, ("1", "q"), Mark("only")), *ENTRIES[:1], *written])
    assert logs_of(kept) == [log]
    append_log(log, stamp, [Decision("drop", 2)])
    assert logs_of(kept) == []
    append_log(log, stamp, [Undo()])
    assert logs_of(kept) == [log]


def test_lines_that_mean_nothing_are_passed_over(kept):
    """Somebody's edit of the log costs that line and no other."""
    log, stamp = log_path(kept, "ann"), stamp_of(kept)
    append_log(log, stamp, ENTRIES[:1])
    with log.open("a") as handle:
        handle.write(
            '[]\n{"event": "dance", "group": 1}\n{"event": "drop", "group": "x"}\n{"event": "drop", "group": 1e999}\n3\n'
        )
    append_log(log, stamp, ENTRIES[4:5])
    assert read_log(log, stamp) == [ENTRIES[0], Undo()]


def test_the_path_follows_the_file_and_the_settings(tmp_path):
    """Groups stand below the project's output by the name of the file; those of a first codeframe beside them."""
    (tmp_path / "freetext.toml").write_text('format = 1\n[survey]\nname = "x"\nkey = "k"\noutput = "out"\n')
    project = read_settings(tmp_path)
    assert groups_path(project, "a/wave2.csv") == tmp_path / "out" / "discover" / "wave2.json"
    assert groups_path(project, "wave2.csv", draft=True).name == "wave2.draft.json"
    assert groups_path(project, "wave2.csv", questions=["why"]).name == "wave2@why.json"
    assert groups_path(project, "wave2.csv", questions=["why", "more"], draft=True).name == "wave2@why+more.draft.json"


def test_no_two_choices_of_questions_or_codeframes_have_one_path(tmp_path):
    """Questions and codeframes whose names look alike to a file system, or cannot stand in a path, are told apart all the same."""
    (tmp_path / "freetext.toml").write_text('format = 1\n[survey]\nname = "x"\nkey = "k"\n')
    project = read_settings(tmp_path)
    names = (
        "why",
        "Why",
        "why?",
        "w/h/y",
        "w-h-y",
        "..",
        "why/../x",
        "why+more",
        "draft",
        "x" * 300,
        "x" * 301,
        "W\u00fcnsche",
    )
    asked: list[dict[str, Any]] = [{"questions": [name]} for name in names]
    asked += [
        {},
        {"questions": ["why", "more"]},
        {"draft": True},
        {"codeframe": "why.toml"},
        {"codeframe": "a/why.toml"},
    ]
    paths = [groups_path(project, "wave2.csv", **each) for each in asked]
    assert len({path.name.casefold() for path in paths}) == len(asked)
    assert {path.parent for path in paths} == {tmp_path / "output" / "discover"}
    assert all(len(path.name) < 100 for path in paths)


def test_the_logs_of_a_file_with_brackets_in_its_name_are_found(tmp_path):
    """A name that looks like a pattern is a name: what was decided on its groups stands in the way of new ones."""
    kept = tmp_path / "wave[2].json"
    save_groups(GROUPS, kept)
    append_log(log_path(kept, "ann"), stamp_of(kept), ENTRIES[:1])
    assert logs_of(kept) == [log_path(kept, "ann")]
