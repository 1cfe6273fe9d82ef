import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import FreetextError, InputError, MissingFile, SettingsError
from freetext.files.project.settings import find_project, read_settings
from freetext.survey.questionnaire import Question, Questionnaire

OPEN = '[[question]]\nname = "why"\nkind = "open"\ncolumn = "why"\n'
CLOSED = '[[question]]\nname = "q"\nkind = "closed"\ncolumn = "q"\noptions = ["a", "b"]\n'


@pytest.fixture
def project(tmp_path):
    def read(text):
        (tmp_path / "freetext.toml").write_text(text, encoding="utf-8", newline="")
        return read_settings(tmp_path)

    return read


def test_an_empty_file_is_a_survey_of_defaults(project):
    """Nothing is needed: what the file leaves out has its default."""
    assert project("").questionnaire == Questionnaire()


def test_every_kind_of_question_is_read(project):
    """Each kind keeps its columns, options, nets and reserved options in the order of the file."""
    text = (
        CLOSED
        + 'nets = { "All" = ["b", "a"] }\nreserved = { "b" = "other" }\nmoves = "lists\\\\moves.csv"\n'
        + '[[question]]\nname = "o"\nkind = "other"\ncolumn = "o"\nof = "q"\n'
        + '[[question]]\nname = "m"\nkind = "multi"\ncolumn = "m"\nseparator = "|"\n'
        + '[[question]]\nname = "r"\nkind = "ranking"\ncolumns = ["r1", "r2"]\noptions = ["x", "y"]\n'
        + OPEN
    )
    assert project(text).questionnaire.questions == (
        Question(
            "q",
            "closed",
            ("q",),
            options=("a", "b"),
            nets=(("All", ("b", "a")),),
            reserved=(("b", "other"),),
            moves="lists/moves.csv",
            written="o",
        ),
        Question("o", "other", ("o",), of="q"),
        Question("m", "multi", ("m",), separator="|"),
        Question("r", "ranking", ("r1", "r2"), options=("x", "y")),
        Question("why", "open", ("why",)),
    )


def test_a_net_may_have_a_table_of_its_own(project):
    """`[question.nets]` below a question says the same as an inline table."""
    questions = project(CLOSED + '[question.nets]\n"All" = ["a"]\n' + OPEN).questionnaire.questions
    assert questions[0].nets == (("All", ("a",)),)


def test_paths_are_seen_from_the_projects_folder(project, tmp_path):
    """A relative path is one inside the folder; the survey's file alone may stand outside."""
    found = project('[survey]\nfile = "../survey.csv"\noutput = "out\\\\x"\n')
    assert found.path(found.questionnaire.output) == tmp_path / "out" / "x"
    assert found.path(found.questionnaire.file) == tmp_path / ".." / "survey.csv"


REFUSED = [
    ("[survy]\n", 1, r"unknown key 'survy'.*Did you mean 'survey'"),
    ("[[survey]]\n", 1, r"survey must be a table, headed \[survey\]"),
    ("format = 9\n", 1, "Update freetext"),
    ('[survey]\nbanner = ["type"]\n', 2, "Did you mean 'banners'"),
    ('[survey]\nbanners = "type"\n', 2, "banners must be a list of texts"),
    ('[survey]\nbanners = [\n "a",\n "b",\n "a",\n]\n', 5, "names 'a' twice"),
    ('[survey]\ndrop = ["a", " "]\n', 2, "blank text"),
    ('[survey]\nlabels = ""\n', 2, "labels is blank"),
    ('[survey]\nencoding = "cp1251252"\n', 2, r"no encoding 'cp1251252'. Common ones: utf-8"),
    ('[survey]\nencoding = "base64"\n', 2, "no encoding"),
    ('[survey]\nencoding = ""\n', 2, "no encoding ''"),
    ('[survey]\nid = "a"\ndrop = ["a"]\n', 3, "drop names 'a', which is the id"),
    ('[survey]\nbanners = ["a"]\ndrop = ["a"]\n', 3, "which is a banner"),
    ('[survey]\ndrop = ["why"]\n' + OPEN, 4, "'why' needs the column 'why'"),
    (OPEN + OPEN.replace('"why"', '"because"', 1), 8, r"the column 'why' is that of 'why' already \(line 1\)"),
    (CLOSED.replace('column = "q"', 'column = "why"') + OPEN, 9, "the column 'why' is that of 'q' already"),
    (
        OPEN + '[[question]]\nname = "r"\nkind = "ranking"\noptions = ["x", "y"]\ncolumns = [\n"r1",\n"why"]\n',
        11,
        "'why' already",
    ),
    ('[survey]\noutput = "../out"\n', 2, "leads out of the project"),
    ('[survey]\nmodels = "/srv/models"\n', 2, "leads out of the project"),
    ("[survey]\nmodels = 'C:models'\n", 2, "leads out of the project"),
    ("[survey]\nlabels = 'a\\..\\..\\b'\n", 2, "leads out of the project"),
    ('[survey]\nfile = "https://example.org/a.csv"\n', 2, "is no path of a file"),
    ('[survey]\nfile = "\\\\\\\\server\\\\share"\n', 2, "is no path of a file"),
    ('[survey]\nfile = "//server/share/a.csv"\n', 2, "is no path of a file"),
    ('[survey]\nlabels = "data/AUX"\n', 2, "Windows keeps 'AUX' for itself"),
    ('[survey]\noutput = "nul.out"\n', 2, "Windows keeps 'nul.out' for itself"),
    ('[[question]]\nkind = "open"\n', 1, "without a name"),
    ('[[question]]\nname = "a"\n', 1, "has no kind; one of: open, closed, multi, ranking, other"),
    ('[[question]]\nname = "a"\nkind = "opne"\n', 3, "Did you mean 'open'"),
    ('[[question]]\nname = "a"\nkind = "open"\n', 1, "has no column"),
    (OPEN + 'columns = ["x"]\n', 5, "'columns' goes with: multi, ranking"),
    (OPEN + 'options = ["x"]\n', 5, "'options' goes with: closed, multi, ranking"),
    (OPEN + 'codeframe = "../c.toml"\n', 5, "leads out of the project"),
    (OPEN + "\n" + OPEN, 7, "name 'why' stands twice, the first time in line 2"),
    (CLOSED + 'options = ["a"]\n', 6, "A key stands twice"),
    (CLOSED + 'nets = ["a"]\n', 6, "nets must be a table of lists"),
    (CLOSED + 'nets = { "N" = ["aa"] }\n', 6, r"'aa', which is not among the options"),
    (CLOSED + 'nets = { "N" = ["a"], "M" = ["a"] }\n', 6, "'a' stands in two nets: N, M"),
    (CLOSED + '[question.nets]\nN = ["a"]\nM = []\n', 8, "needs a name and options"),
    (CLOSED + 'reserved = { "a" = "nobody" }\n', 6, "none, dont-know, other, uncodable"),
    (CLOSED + 'separator = ","\n', 6, "'separator' goes with: multi"),
    ('[[question]]\nname = "m"\nkind = "multi"\ncolumn = "m"\nseparator = ""\n', 5, "the separator is blank"),
    ('[[question]]\nname = "m"\nkind = "multi"\ncolumn = "m"\ncolumns = ["a"]\n', 5, "both column and columns"),
    ('[[question]]\nname = "r"\nkind = "ranking"\ncolumns = ["a"]\n', 4, "one for each option"),
    (
        '[[question]]\nname = "r"\nkind = "ranking"\ncolumns = ["a", "b"]\noptions = ["x"]\n',
        5,
        "2 columns and 1 options",
    ),
    ('[[question]]\nname = "r"\nkind = "ranking"\ncolumns = ["a", "b"]\n', 1, "2 columns and 0 options"),
    (OPEN + '[[question]]\nname = "o"\nkind = "other"\ncolumn = "o"\n', 5, "say of which question"),
    (CLOSED + '[[question]]\nname = "o"\nkind = "other"\ncolumn = "o"\nof = "Q"\n', 10, "Did you mean 'q'"),
    (OPEN + '[[question]]\nname = "o"\nkind = "other"\ncolumn = "o"\nof = "why"\n', 9, "is open, not closed"),
]


@pytest.mark.parametrize(("text", "line", "said"), REFUSED, ids=[str(place) for place in range(len(REFUSED))])
def test_faulty_settings_are_refused_with_their_line(project, tmp_path, text, line, said):
    """Each fault is told in one line with the file, the line on which it stands, and what would do."""
    with pytest.raises(SettingsError) as caught:
        project(text)
    assert str(caught.value).startswith(f"{tmp_path / 'freetext.toml'}, line {line}: ")
    assert re.search(said, str(caught.value))
    assert "\n" not in str(caught.value)


def test_the_folder_or_the_file_name_a_project(project, tmp_path):
    """A project is read from its folder as from its file."""
    assert project(OPEN) == read_settings(tmp_path / "freetext.toml")


def test_a_project_asked_for_must_be_there(tmp_path):
    """A folder that was asked for and is no project is refused, and so is one that is not there."""
    with pytest.raises(InputError, match=r"holds no freetext\.toml\. `freetext init` writes one"):
        find_project(tmp_path)
    with pytest.raises(MissingFile):
        find_project(tmp_path / "nowhere")


def test_the_current_folder_may_be_no_project(project, tmp_path, monkeypatch):
    """Without being asked, a project is found in the current folder only, and none is no fault."""
    monkeypatch.chdir(tmp_path)
    assert find_project() is None
    project(OPEN)
    found = find_project()
    assert found is not None
    assert found.folder == Path()
    assert found.questionnaire.question("why") is not None


@settings(max_examples=100)
@given(
    st.one_of(
        st.binary(max_size=150), st.text(max_size=150).map(lambda text: (CLOSED + text).encode("utf-8", "replace"))
    )
)
def test_any_bytes_are_read_or_refused_in_one_line(tmp_path_factory, raw):
    """Whatever the file holds, it reads as settings or is refused with one line that names the file."""
    path = tmp_path_factory.mktemp("settings") / "freetext.toml"
    path.write_bytes(raw)
    said = str(path)
    try:
        read_settings(path)
    except FreetextError as error:
        said = str(error)
    assert said.startswith(str(path))
    assert "\n" not in said


@pytest.mark.parametrize("favour", ["tally", "f1"])
def test_a_favour_is_read(project, favour):
    """What cut-offs favour is one of two words, and nothing where the file does not say."""
    assert project(f'[survey]\nfavour = "{favour}"\n').questionnaire.favour == favour
    with pytest.raises(SettingsError, match="none of: tally, f1"):
        project('[survey]\nfavour = "speed"\n')
