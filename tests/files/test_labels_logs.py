import os
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.files.labelling.label_lines import label_line
from freetext.files.labelling.labels import append_labels, read_labels
from freetext.survey.labels import Label, settle


def label(id, *themes, coder="ada", minute=0, event="label"):
    return Label(id, "q", themes, coder, f"2021-01-01T{minute // 60:02}:{minute % 60:02}:00Z", "queue", event=event)


def write(folder, name, *labels):
    (folder / name).write_text("".join(f"{label_line(each)}\n" for each in labels), encoding="utf-8")


OLD = [label(str(number), "a", minute=number) for number in range(3)]


def test_lines_of_another_coder_inside_a_log_are_left_out(tmp_path):
    """Foreign lines among a coder's own are told, coder by coder, and do not count; those in their coder's own file do."""
    write(
        tmp_path, "ada.jsonl", OLD[0], label("1", coder="ben"), OLD[1], label("2", coder="ben"), label("3", coder="eve")
    )
    write(tmp_path, "ben.jsonl", label("7", coder="ben"))
    log = read_labels(tmp_path)
    assert log.labels == (OLD[0], OLD[1], label("7", coder="ben"))
    assert log.problems == (
        "ada.jsonl, line 2, 4: coder 'ben' does not match the file's name; give every coder a file; left out.",
        "ada.jsonl, line 5: coder 'eve' does not match the file's name; give every coder a file; left out.",
    )


def test_a_copy_of_a_log_adds_nothing(tmp_path):
    """What a copy holds besides is read once; the copy is named, with what to do about it."""
    write(tmp_path, "ada.jsonl", *OLD)
    write(tmp_path, "ada (1).jsonl", *OLD[:2])
    log = read_labels(tmp_path)
    assert log.labels == tuple(OLD)
    assert log.files == ("ada.jsonl",) * 3
    assert log.problems == (
        "ada (1).jsonl: a second log of the coder of ada.jsonl, with nothing that is not there. Remove it.",
    )


def test_two_logs_that_grew_apart_are_read_as_one(tmp_path):
    """What two files of a coder hold beyond each other both counts, in the order of time; how to mend it is said."""
    mine, theirs = label("7", "a", minute=7), label("5", "b", minute=5)
    write(tmp_path, "ada.jsonl", *OLD, mine)
    write(tmp_path, "ada-conflict.jsonl", *OLD, theirs)
    log = read_labels(tmp_path)
    assert log.labels == (*OLD, theirs, mine)
    assert list(zip(log.files, log.lines, strict=True))[3:] == [("ada-conflict.jsonl", 4), ("ada.jsonl", 4)]
    (problem,) = log.problems
    assert problem == (
        "ada-conflict.jsonl: a second log of the coder of ada.jsonl, with 1 line that it lacks; both are read. "
        "Append it to ada.jsonl and remove ada-conflict.jsonl."
    )


def test_names_that_differ_in_case_are_one_coder(tmp_path):
    """Ada.jsonl beside ada.jsonl is one coder's, under one spelling; a disk that tells them not apart has one file anyway."""
    write(tmp_path, "Ada.jsonl", label("1", "a", coder="Ada"), label("2", "a", coder="Ada", minute=1))
    write(tmp_path, "ada.jsonl", label("1", "a"), label("1", "b", minute=2))
    log = read_labels(tmp_path)
    assert len({each.coder for each in log.labels}) == 1
    assert settle(log.labels)["1", "q"].themes == ("b",)
    assert settle(log.labels)["1", "q"].disputed == ()
    if len(os.listdir(tmp_path)) == 2:  # noqa: PTH208
        assert "ada.jsonl: a second log of the coder of Ada.jsonl" in log.problems[0]


def test_a_log_that_lost_its_name_is_read(tmp_path):
    """A file whose lines are all one coder's, under another name, is read, and its right name told once, however long it is."""
    write(tmp_path, "ada (2).jsonl", *(label(str(number)) for number in range(30)))
    log = read_labels(tmp_path)
    assert len(log.labels) == 30
    assert log.problems == ("ada (2).jsonl: all its lines are 'ada'; they are read. Rename it to ada.jsonl.",)


def test_a_clock_that_was_set_back_is_told(tmp_path):
    """A decision well before the one above is told by its line; the order of the lines counts, and a few seconds are no matter."""
    times = ["2021-01-01T10:00:00Z", "2021-01-01T09:58:30Z", "2021-01-01T09:00:00Z", "?", "", "2021-01-01T09:01:00Z"]
    times += ["2021-01-01T12:00:00+03:00", "2021-01-01T10:00:00+03:00", "2021-01-01T08:00:00.5Z"]
    lines = [Label("1", "q", (str(place),), "ada", time) for place, time in enumerate(times)]
    write(tmp_path, "ada.jsonl", *lines)
    log = read_labels(tmp_path)
    assert log.labels == tuple(lines)
    (problem,) = log.problems
    assert problem.startswith("ada.jsonl, line 3, 8: decided before the line above: the clock was set back")
    assert settle(log.labels)["1", "q"].themes == ("8",)


def test_other_programs_files_are_passed_over(tmp_path):
    """What a dot begins is no log: macOS leaves such files beside each on a network drive."""
    append_labels(tmp_path, [OLD[0]])
    (tmp_path / "._ada.jsonl").write_bytes(b"\0\5\26\7")
    (tmp_path / ".ada.lock").write_text("{}")
    assert read_labels(tmp_path).problems == ()


events = st.lists(
    st.builds(
        label,
        st.sampled_from("12"),
        st.sampled_from("ab"),
        event=st.sampled_from(["label", "label", "undo", "skip"]),
    ),
    max_size=12,
)


@settings(max_examples=40)
@given(events, st.integers(0, 12), st.integers(0, 12), st.randoms(use_true_random=False))
def test_files_that_grew_apart_lose_nothing(tmp_path_factory, all_events, first, second, dice: random.Random):
    """Copies of a log at any two moments are the longer one; with a branch in each, no event is lost or counted twice."""
    folder = tmp_path_factory.mktemp("logs")
    timed = [Label(**{**_fields(each), "time": f"2021-01-01T00:00:{at:02}Z"}) for at, each in enumerate(all_events)]
    write(folder, "ada.jsonl", *timed[:first])
    write(folder, "ada_1.jsonl", *timed[:second])
    assert list(read_labels(folder).labels) == timed[: max(first, second)]
    mine = [each for each in timed if dice.random() < 0.7]
    theirs = [each for each in timed if each not in mine or dice.random() < 0.5]
    write(folder, "ada.jsonl", *mine)
    write(folder, "ada_1.jsonl", *theirs)
    assert list(read_labels(folder).labels) == timed


def _fields(each):
    return {name: getattr(each, name) for name in ("id", "question", "themes", "coder", "source", "event")}


@settings(max_examples=40)
@given(st.dictionaries(st.sampled_from(["ada", "Ada", "ben", "ada (1)"]), st.binary(max_size=60), max_size=3), events)
def test_any_files_are_read(tmp_path_factory, rubbish, good):
    """Whatever stands in a folder of logs, reading it is never fatal, and a sound log beside it counts."""
    folder = tmp_path_factory.mktemp("logs")
    for name, raw in rubbish.items():
        (folder / f"{name}.jsonl").write_bytes(raw)
    append_labels(folder, [Label(**{**_fields(each), "coder": "eve"}) for each in good])
    log = read_labels(folder)
    assert len(log.labels) == len(log.files) == len(log.lines) == len(good)
