"""The logs of labels as Python users read them."""

from freetext.files.labelling.labels import append_labels
from freetext.interfaces.labelling import read_labels, settle
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.fates import Change
from freetext.survey.labels import Label

KEY = ("1", "q")
ADA, BEN = Label("1", "q", ("pay",), "ada", "2021-01-01T00:00:00Z"), Label("1", "q", ("money",), "ben")


def test_a_folder_is_read_by_any_kind_of_path(tmp_path):
    """A path may be a str or a Path; a folder that is not there is an empty log."""
    append_labels(tmp_path / "annotated", [ADA, BEN])
    log = read_labels(str(tmp_path / "annotated"))
    assert log == read_labels(tmp_path / "annotated")
    assert log.labels == (ADA, BEN)
    assert (log.files, log.lines, log.problems) == (("ada.jsonl", "ben.jsonl"), (1, 1), ())
    assert read_labels(tmp_path / "none").labels == ()


def test_a_log_or_labels_are_settled(tmp_path):
    """A log that was read and plain labels settle to the same; disputes are seen."""
    append_labels(tmp_path, [ADA, BEN])
    settled = settle(read_labels(tmp_path))
    assert settled == settle(iter([ADA, BEN]))
    assert settled[KEY].themes == ()
    assert settled[KEY].disputed == ("pay", "money")


def test_labels_are_carried_over_to_the_codeframe_of_today():
    """With a codeframe a theme's earlier slug counts as the later one, and a split theme leaves its parts in dispute."""
    themes = (Theme("money", 1, "Money"), Theme("staff", 2, "Staff"))
    renamed = Codeframe("f", themes, changes=(Change("rename", ("pay",), ("money",), "2022-01-01T00:00:00Z"),))
    assert settle([ADA, BEN], codeframe=renamed)[KEY].themes == ("money",)
    split = Codeframe("f", themes, changes=(Change("split", ("pay",), ("money", "staff"), "2022-01-01T00:00:00Z"),))
    assert settle([ADA], codeframe=split)[KEY].disputed == ("money", "staff")
