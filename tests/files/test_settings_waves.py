"""`earlier` in freetext.toml, and a wave that is added to it."""

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import SettingsError
from freetext.files.project.settings import read_settings
from freetext.files.project.waves import seen_from, with_wave

QUESTION = '[[question]]\nname = "why"\nkind = "open"\ncolumn = "why"\n'


@pytest.fixture(name="project")
def _project(tmp_path):
    def read(text):
        (tmp_path / "freetext.toml").write_text(text, encoding="utf-8", newline="")
        return read_settings(tmp_path)

    return read


def test_earlier_waves_are_read_in_order(project):
    """`earlier` stands beside `file`, the oldest wave first."""
    found = project('[survey]\nfile = "c.csv"\nearlier = ["a.csv", "b.csv"]\n').questionnaire
    assert (found.earlier, found.waves) == (("a.csv", "b.csv"), ("a.csv", "b.csv", "c.csv"))


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ('earlier = ["a.csv"]', "earlier names files, and file none"),
        ('file = "a.csv"\nearlier = ["a.csv"]', "which is the present wave's file"),
        ('file = "new/a.csv"\nearlier = ["old/A.xlsx"]', "what is coded of them would have one name"),
        ('file = "c.csv"\nearlier = ["a.csv", "b/a.csv"]', "what is coded of them would have one name"),
        ('file = "c.csv"\nearlier = ["a.csv", "a.csv"]', "earlier names 'a.csv' twice"),
        ('file = "c.csv"\nearlier = [" "]', "earlier holds a blank text"),
        ('file = "c.csv"\nearlier = ["https://a/b.csv"]', "which is no path of a file"),
        ('file = "c.csv"\nearlier = "a.csv"', "earlier must be a list of texts"),
    ],
)
def test_waves_that_cannot_be_told_apart_are_refused(project, said, why):
    """Each wave is a file of its own name, for what is coded of it bears that name; the line is named."""
    with pytest.raises(SettingsError, match=why) as caught:
        project(f"[survey]\n{said}\n")
    assert caught.value.line


def test_a_wave_is_added_and_all_else_stays(project):
    """The file is the new one, the one before goes behind `earlier`; comments, order and blank lines stay."""
    text = (
        '# Ours.\nformat = 1\n\n[survey]\nname = "s"\n# The answers.\nfile = \'a.csv\'  # since May\n# Who.\nid = "id"\n\n'
        + QUESTION
    )
    expected = text.replace("file = 'a.csv'  # since May\n", 'file = "b.csv"  # since May\nearlier = ["a.csv"]\n')
    assert with_wave(project(text), "b.csv") == expected


def test_a_list_of_waves_keeps_its_layout(project):
    """A wave that is added to a list over several lines gets a line of its own."""
    text = '[survey]\nearlier = [\n  "a.csv",  # 2024\n  "b.csv",\n]\nfile = "c.csv"\n' + QUESTION
    edited = with_wave(project(text), "d.csv")
    assert edited.startswith('[survey]\nearlier = [\n  "a.csv",  # 2024\n  "b.csv",\n  "c.csv",\n]\nfile = "d.csv"\n')


def test_a_survey_without_a_file_gets_one(project):
    """The first wave puts nothing behind `earlier`."""
    assert with_wave(project("[survey]\n\n" + QUESTION), "a.csv") == '[survey]\nfile = "a.csv"\n\n' + QUESTION
    assert with_wave(project('[survey]\nfile = ""\n'), "a.csv") == '[survey]\nfile = "a.csv"\n'


def test_line_ends_and_the_mark_stay(project):
    """A file that an editor on Windows wrote is one afterwards."""
    edited = with_wave(project('\ufeff[survey]\r\nfile = "a.csv"\r\n'), "b.csv")
    assert edited == '\ufeff[survey]\r\nfile = "b.csv"\r\nearlier = ["a.csv"]\r\n'


@pytest.mark.parametrize("text", ['survey = { file = "a.csv" }\n', 'survey.file = "a.csv"\n', "format = 1\n"])
def test_what_cannot_be_edited_is_refused(project, text):
    """Where the edit would not say what is meant nothing is written."""
    with pytest.raises(SettingsError, match="on lines of their own under"):
        with_wave(project(text), "b.csv")


def test_a_file_that_changed_meanwhile_is_refused(project, tmp_path):
    """What is edited is what was read."""
    found = project('[survey]\nfile = "a.csv"\n')
    (tmp_path / "freetext.toml").write_text('[survey]\nfile = "x.csv"\n', encoding="utf-8")
    with pytest.raises(SettingsError, match="changed meanwhile"):
        with_wave(found, "b.csv")


NAMES = st.lists(
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1), min_size=2, max_size=4
)


@given(NAMES.filter(lambda names: not any(set(each) & set("/\\:.") for each in names)))
@settings(max_examples=20, deadline=None)
def test_wave_after_wave_the_oldest_stays_first(tmp_path_factory, names):
    """However often a wave is added, `earlier` holds those before in the order in which they came."""
    files = [f"{place}{name}.csv" for place, name in enumerate(names)]
    folder = tmp_path_factory.mktemp("waves")
    path = folder / "freetext.toml"
    path.write_text("[survey]\n", encoding="utf-8")
    for file in files:
        path.write_text(with_wave(read_settings(folder), file), encoding="utf-8", newline="")
    assert list(read_settings(folder).questionnaire.waves) == files
    assert tomllib.loads(path.read_text(encoding="utf-8"))["survey"]["earlier"] == files[:-1]


def test_a_path_is_seen_from_the_project(tmp_path):
    """A file beside the folder is written as it is reached from there."""
    assert seen_from(tmp_path / "p", str(tmp_path / "wave2.csv")) == "../wave2.csv"
