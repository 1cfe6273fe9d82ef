"""Where decisions are logged."""

from pathlib import Path

from freetext.files.labelling.labels import append_labels, read_labels
from freetext.files.labelling.log_folders import bridge_folder, bridge_folders, bridge_project, log_folders
from freetext.files.project.settings import Project
from freetext.survey.labels import Label
from freetext.survey.questionnaire import Questionnaire


def project(folder):
    return Project(folder, Questionnaire())


def test_a_bridge_has_a_folder_of_its_own_inside_that_of_the_labels(tmp_path):
    """Its logs are no logs of the review, and each old wave has its own."""
    plan = project(tmp_path)
    here = bridge_folder(plan, "waves/one.csv")
    assert here == tmp_path / "data/annotated/bridge/one"
    apart = bridge_project(plan, "waves/one.csv")
    assert apart.path(apart.questionnaire.labels) == here
    append_labels(here, [Label("1", "q", ("a",), "ada")])
    assert read_labels(tmp_path / "data/annotated").labels == ()
    assert bridge_folders(plan) == {"one": here}


def test_all_folders_of_logs_are_found(tmp_path):
    """The labels' own folder comes first, then those of "Other" texts and of bridges; other folders are none."""
    plan = project(tmp_path)
    top = tmp_path / "data/annotated"
    for place in ("backcode", "bridge/one", "bridge/two"):
        append_labels(top / place, [Label("1", "q", ("a",), "ada")])
    (top / "notes").mkdir()
    (top / "bridge" / "three").mkdir()
    assert log_folders(top) == [top, top / "backcode", top / "bridge/one", top / "bridge/two"]
    assert list(bridge_folders(plan)) == ["one", "two"]
    assert log_folders(Path(tmp_path / "nowhere")) == [tmp_path / "nowhere"]
