from dataclasses import replace

import pytest

from freetext.errors import InputError
from freetext.files.coding.answers import answers_in
from freetext.files.labelling.label_checks import check_labels
from freetext.files.labelling.labels import append_labels, read_labels, text_hash
from freetext.files.labelling.settled import refuse_other_than_one, settled_under
from freetext.files.tabular.tables import Table
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.fates import Change
from freetext.survey.labels import Label

KEY = "k"
FRAME = Codeframe("f", (Theme("a", 1, "A"), Theme("b", 2, "B"), Theme("c", 3, "C")))


def survey(texts, name="survey.csv"):
    table = Table(name, ("id", "q"), (list(texts), list(texts.values())), len(texts))
    return answers_in(table, text=("q",), id="id", names={"q": "q"})


ANSWERS = survey({"1": "tea", "2": "cold", "3": "car"})


def label(id, text, *themes, coder="ada", **more):
    hashed = {} if text is None else {"text_hash": text_hash(KEY, text)}
    return Label(id, "q", themes, coder, **{"codeframe": FRAME.digest, **hashed, **more})


def check(folder, *labels, files=(ANSWERS,), frame=FRAME, own=True):
    append_labels(folder, labels)
    return check_labels(read_labels(folder), files, {"q": frame}, KEY, own=own)


def test_sound_logs_have_no_fault(tmp_path):
    """Decisions of these texts and this codeframe, agreed on by all, are counted and nothing is told."""
    found = check(tmp_path, label("1", "tea", "a"), label("1", "tea", "a", coder="ben"), label("2", "cold"))
    assert (found.decisions, found.answers, found.faults, found.notes) == (3, 2, (), ())


def test_each_fault_is_told_with_file_and_line(tmp_path):
    """Unknown answers, changed texts and unknown themes are told by the lines of the log, kind by kind; disputes are counted."""
    found = check(
        tmp_path,
        *(label("1", "tea", "a"), label("8", "x", "a"), label("2", "hot", "a"), label("9", "x", "a")),
        *(label("3", "car", "zoo", "a"), label("1", "tea", "b", coder="ben"), label("3", "car", "A", coder="ben")),
    )
    assert found.faults == (
        "ada.jsonl, line 2, 4: not among the answers of survey.csv (8 (q), 9 (q)).",
        "ada.jsonl, line 3: the text has changed since it was labelled; not used (2 (q)).",
        "ada.jsonl, line 5: theme 'zoo', which codeframe 'f' does not have.",
        "2 answers are in dispute: coders differ, and nobody has adjudicated (1 (q), 3 (q)).",
    )
    assert (found.decisions, found.answers) == (7, 5)


def test_other_than_one_theme_is_a_fault_where_one_is_wanted(tmp_path):
    """Under a single-code codeframe decisions of two themes and of none are told by their lines, and the same are refused in training."""
    single = replace(FRAME, single=True)
    labels = (label("1", "tea", "a", "b"), label("2", "cold"), label("3", "car", "c"))
    assert check(tmp_path, *labels, frame=single).faults == (
        "ada.jsonl, line 1: several themes, and codeframe 'f' wants exactly one an answer (single = true) (1 (q)).",
        "ada.jsonl, line 2: no theme, and codeframe 'f' wants exactly one an answer (single = true) (2 (q)).",
    )
    with pytest.raises(
        InputError, match=r"several themes: 1 \(q\); with no theme: 2 \(q\)\. Codeframe 'f' wants exactly one"
    ):
        refuse_other_than_one(settled_under(labels, {"q": single}), single)
    refuse_other_than_one(settled_under(labels, {"q": FRAME}), FRAME)


def test_damaged_lines_are_faults(tmp_path):
    """What reading the logs reported is told first."""
    (tmp_path / "eve.jsonl").write_text("{")
    assert check(tmp_path).faults == ("eve.jsonl, line 1: the last line is torn off; left out.",)


def test_what_was_mended_is_no_fault(tmp_path):
    """A decision that was taken back, replaced or adjudicated since is not held against anybody."""
    found = check(
        tmp_path,
        *(label("2", "hot", "a"), label("2", "cold", "b")),
        *(label("9", "x", "a"), label("9", "x", event="undo")),
        *(label("1", "tea", "a"), label("1", "tea", "b", coder="ben")),
        label("1", "tea", "b", coder="eve", source="adjudicated"),
    )
    assert found.faults == ()


def test_labels_of_several_waves_are_checked_together(tmp_path):
    """An answer may stand in any of the files, the same id with another text in each."""
    later = survey({"1": "milk", "7": "bus"}, "wave2.csv")
    labels = [label("1", "tea", "a"), label("1", "milk", "a", coder="ben"), label("7", "bus", "b"), label("8", "x")]
    found = check(tmp_path, *labels, files=(ANSWERS, later))
    assert found.faults == ("ada.jsonl, line 3: not among the answers of survey.csv, wave2.csv (8 (q)).",)


def test_labels_without_a_hash_want_the_surveys_own_file(tmp_path):
    """A label without a hash is sound on the survey's own file, and a fault on any other."""
    assert check(tmp_path, label("1", None, "a")).faults == ()
    (fault,) = check(tmp_path, own=False).faults
    assert fault.startswith("ada.jsonl, line 1: without a hash of the text")


def test_another_version_of_the_codeframe_is_a_note(tmp_path):
    """Decisions under an earlier codeframe are counted; themes that were renamed since are known, and settle as one."""
    renamed = Codeframe("f", FRAME.themes, changes=(Change("rename", ("pay",), ("c",), "2022-01-01T00:00:00Z"),))
    labels = [label("1", "tea", "pay"), label("1", "tea", "c", coder="ben"), label("2", "cold", codeframe="")]
    found = check(tmp_path, *labels, frame=renamed)
    assert found.faults == ()
    assert found.notes == (f"2 decisions were made under another version of codeframe 'f' ({FRAME.digest!r})",)


def test_a_theme_that_was_split_is_in_dispute(tmp_path):
    """A label of a theme that was split since leaves its parts open, and that is a fault until somebody decides."""
    split = Codeframe("f", FRAME.themes, changes=(Change("split", ("pay",), ("b", "c"), "2022-01-01T00:00:00Z"),))
    (fault,) = check(tmp_path, label("1", "tea", "pay"), frame=split).faults
    assert fault.startswith("1 answer is in dispute")
    assert check(tmp_path, label("1", "tea", "b"), frame=split).faults == ()
