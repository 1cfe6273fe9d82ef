"""Bad input: one clear line that names file, row, column and remedy; exit code 2; no traceback; nothing written."""

import json
import shutil

import pytest

CODE = ("--text", "verbatim", "--id", "id", "--model", "model", "-o", "out.csv")
TRAIN = ("--text", "verbatim", "--labels", "themes", "--model", "new")

TEXTS = {
    "empty.csv": b"",
    "header.csv": b"id,verbatim,themes\r\n",
    "twice.csv": b"id,verbatim,verbatim,themes\r\n1,a,b,c\r\n",
    "bytes.csv": b"id,verbatim,themes\r\n1,fine,a\r\n2,caf\xe9,a\r\n",
    "ragged.csv": b"id,verbatim,themes\r\n1,a,b\r\n2,x\r\n3,x,y,z\r\n",
    "quote.csv": b'id,verbatim,themes\r\n1,"open,b\r\n',
    "doubles.csv": b"id,verbatim,themes\r\n1,a,x\r\n2,b,x\r\n1,c,x\r\n",
    "noid.csv": b"id,verbatim,themes\r\n1,a,x\r\n,b,x\r\n",
    "broken.xlsx": b"PK\x03\x04 no workbook",
    "broken.parquet": b"PAR1 no parquet",
    "notes.docx": b"x",
}
FAULTS = [
    ("missing.csv", ["missing.csv: no such file"]),
    ("answer.csv", ["answer.csv: no such file", "Did you mean 'answers.csv'?"]),
    ("empty.csv", ["empty.csv: is empty"]),
    ("header.csv", ["header.csv: has a header and no rows"]),
    ("twice.csv", ["twice.csv: column 'verbatim' stands 2 times (columns 2 and 3)", "Rename"]),
    ("bytes.csv", ["bytes.csv, row 3", "byte 0xE9", "--encoding cp1252"]),
    ("ragged.csv", ["ragged.csv, row 3", "3 cells", "2 in row 3; 4 in row 4", "--delimiter"]),
    ("quote.csv", ["quote.csv, row 2", "quotation mark"]),
    ("broken.xlsx", ["broken.xlsx: "]),
    ("broken.parquet", ["broken.parquet: "]),
    ("notes.docx", ["notes.docx: ", ".xlsx"]),
]


@pytest.fixture(name="place")
def _place(small):
    """A folder with the small table, its model, and everything that is wrong."""
    for name, content in TEXTS.items():
        (small / name).write_bytes(content)
    return small


@pytest.fixture(name="refused")
def _refused(freetext, place, listing):
    """Run a command that must be refused, and hold everything that goes for all refusals."""

    def refused(*argv, code=2):
        before = listing(place)
        done = freetext(*argv, cwd=place)
        assert (done.code, done.out) == (code, ""), done.err
        assert done.line.startswith("freetext: ")
        assert "bug of ours" not in done.err
        assert "Traceback" not in done.err
        assert listing(place) == before
        return done.line

    return refused


@pytest.mark.parametrize(("file", "said"), FAULTS, ids=[file for file, _ in FAULTS])
@pytest.mark.parametrize("command", ["code", "train", "tally", "evaluate"])
def test_unreadable_files(refused, command, file, said):
    """Every command refuses a file that cannot be read, with the same line."""
    more = {
        "code": CODE,
        "train": TRAIN,
        "tally": ("--themes", "verbatim", "-o", "t.json"),
        "evaluate": ("--themes", "verbatim", "--labels", "themes"),
    }[command]
    line = refused(command, file, *more)
    assert all(part in line for part in said), line


@pytest.mark.parametrize(
    ("command", "option"),
    [
        *(("code", option) for option in ("--text", "--id", "--respondent", "--question")),
        *(("train", option) for option in ("--text", "--labels", "--id", "--respondent", "--question")),
        *(("tally", option) for option in ("--themes", "--text", "--question", "--closed", "--by", "--weight")),
        *(("evaluate", option) for option in ("--themes", "--labels")),
    ],
)
def test_a_wrong_column_is_named_with_those_there_are(refused, command, option):
    """A column that the file does not have: the line names file, column and option, lists the columns and suggests one."""
    given = {
        "code": {"--text": "verbatim", "--model": "model", "-o": "out.csv"},
        "train": {"--text": "verbatim", "--labels": "themes", "--model": "new"},
        "tally": {"--themes": "themes", "-o": "t.json"},
        "evaluate": {"--themes": "themes", "--labels": "themes"},
    }[command]
    words = [word for pair in {**given, option: "verbatm"}.items() for word in pair]
    line = refused(command, "answers.csv", *words)
    assert f"answers.csv: no column 'verbatm' ({option})" in line
    assert "Columns: id, who, asked, verbatim" in line
    assert "Did you mean 'verbatim'?" in line


def test_duplicated_id_and_question(refused):
    """The same id twice to one question is refused with both rows, column and remedy."""
    for command, more in (("code", CODE), ("train", (*TRAIN, "--id", "id"))):
        line = refused(command, "doubles.csv", *more)
        assert "doubles.csv, column 'id': id '1' stands in rows 2 and 4." in line
        assert "--question" in line


def test_missing_ids(refused):
    """A row without an id is named."""
    assert "noid.csv, column 'id': no id in rows 3." in refused("code", "noid.csv", *CODE)


def test_unknown_themes_are_listed_with_their_rows(refused, place):
    """Labels that the codeframe does not have are refused together, each with its rows."""
    (place / "frame.toml").write_text('[[theme]]\nslug = "money"\n[[theme]]\nslug = "lovely"\n')
    line = refused("train", "answers.csv", *TRAIN, "--codeframe", "frame.toml")
    assert "answers.csv, column 'themes'" in line
    assert "'Staff' in rows 3, 4, 7" in line
    assert "Themes: money, lovely." in line


def test_labels_without_a_theme(refused, place):
    """A label column without a single theme names file and column."""
    (place / "none.csv").write_text("verbatim,themes\nx,\ny,\n")
    line = refused("train", "none.csv", *TRAIN)
    assert "none.csv, column 'themes': no label cell holds a theme." in line


@pytest.mark.parametrize("command", ["code", "tally"])
def test_output_folder_that_is_not_there(refused, command):
    """An output folder that does not exist is refused before any work."""
    more = CODE[:-2] if command == "code" else ("--themes", "themes")
    assert "the folder 'nowhere' is not there" in refused(command, "answers.csv", *more, "-o", "nowhere/out.csv")


def test_output_that_is_a_folder_or_of_another_kind(refused, place):
    """A folder, and an ending that cannot be written, are no output."""
    (place / "folder.csv").mkdir()
    assert "is a folder" in refused("code", "answers.csv", *CODE[:-1], "folder.csv", "--force")
    assert ".docx" in refused("code", "answers.csv", *CODE[:-1], "out.docx")


def test_a_model_where_a_file_stands(refused):
    """A model's folder that cannot be made is refused in one line."""
    assert "answers.csv" in refused("train", "answers.csv", *TRAIN[:-1], "answers.csv/model")


@pytest.mark.parametrize("model", [".", "answers.csv", "nowhere"])
def test_foreign_models(refused, model):
    """What is no model is said to be none, with the models there are or how to make one."""
    line = refused("code", "answers.csv", *CODE, "--model", model)
    assert f"{model}: " in line
    assert "no model here" in line
    assert "model" in line


def change_manifest(place, **values):
    """Write other values into the manifest of the model in force."""
    version = place / "model" / (place / "model" / "CURRENT").read_text().strip()
    manifest = json.loads((version / "manifest.json").read_text())
    (version / "manifest.json").write_text(json.dumps({**manifest, **values}))
    return version


def test_a_model_of_a_newer_format(refused, place):
    """A bundle of a newer format is refused with its format and what to do."""
    change_manifest(place, format=99)
    line = refused("code", "answers.csv", *CODE)
    assert "manifest.json" in line
    assert "99" in line
    assert "newer" in line


def test_broken_models(refused, place):
    """A bundle with changed, missing or torn members is refused, and named."""
    version = change_manifest(place)
    vocabulary = version / "vocabulary.json"
    content = vocabulary.read_bytes()
    vocabulary.write_bytes(content + b" ")
    assert "vocabulary.json: has been changed" in refused("code", "answers.csv", *CODE)
    vocabulary.unlink()
    assert "vocabulary.json: cannot be read" in refused("code", "answers.csv", *CODE)
    (version / "manifest.json").write_text("{")
    assert "manifest.json: cannot be read as JSON" in refused("code", "answers.csv", *CODE)
    shutil.rmtree(version)
    assert "names version" in refused("code", "answers.csv", *CODE)
    assert "names version" in refused("models", "show", "model")


@pytest.mark.parametrize("cell", ["many", "-1", "nan", "1e12", ""])
def test_weights(refused, place, cell):
    """A weight that is none is named with file, row and column."""
    (place / "w.csv").write_text(f"id,themes,w\n1,a,1\n2,b,{cell}\n")
    line = refused("tally", "w.csv", "--themes", "themes", "--weight", "w")
    assert "w.csv, row 3, column 'w'" in line


def test_options_that_are_missing(refused):
    """What was not named and has no default is asked for by its option."""
    assert "--text" in refused("code", "answers.csv", "--model", "model", "-o", "out.csv")
    assert "--model" in refused("code", "answers.csv", "--text", "verbatim", "-o", "out.csv")
    assert "-o" in refused("code", "answers.csv", "--text", "verbatim", "--model", "model")
    assert "FILE" in refused("code", "--text", "verbatim", "--model", "model", "-o", "out.csv")
    assert "LABELLED" in refused("train", *TRAIN)
    assert "--labels" in refused("train", "answers.csv", "--text", "verbatim", "--model", "new")
    assert "--model" in refused("train", "answers.csv", "--text", "verbatim", "--labels", "themes")
    assert "CODED" in refused("tally")
    assert "--themes" in refused("tally", "answers.csv")
    assert "DIR" in refused("models", "list")


def test_columns_given_twice(refused):
    """A column cannot be text or labels twice."""
    assert "--text verbatim is given twice" in refused("code", "answers.csv", *CODE, "--text", "verbatim")
    assert "--labels themes is given twice" in refused("train", "answers.csv", *TRAIN, "--labels", "themes")
    assert "--question" in refused("code", "answers.csv", *CODE, "--text", "asked", "--question", "who")


@pytest.mark.parametrize("option", [("--delimiter", "::"), ("--delimiter", "a"), ("--encoding", "nosuch")])
def test_impossible_delimiters_and_encodings(refused, option):
    """A delimiter or encoding that is none is named with its option."""
    assert option[0] in refused("code", "answers.csv", *CODE, *option)


def test_a_theme_in_a_blank_answer_and_a_wrong_source(refused, place):
    """A coded file that contradicts itself is refused with row and column."""
    (place / "c.csv").write_text("freetext_themes,freetext_source\na,a=model\nb,blank\n")
    assert "c.csv, row 3, column 'freetext_themes'" in refused("tally", "c.csv")
    (place / "c.csv").write_text("freetext_themes,freetext_source\na,a=model\nb,b=nobody\n")
    assert "c.csv, row 3, column 'freetext_source'" in refused("tally", "c.csv")


def test_project_folders_that_are_none(refused, place):
    """--project names a folder with a freetext.toml; a fault in that is named with its line."""
    assert "model: holds no freetext.toml" in refused("tally", "--project", "model")
    assert "nowhere" in refused("tally", "--project", "nowhere")
    (place / "model" / "freetext.toml").write_text('[survey]\nidd = "id"\n')
    assert "line 2" in refused("tally", "--project", "model")


def test_codeframes(refused, place):
    """`codeframe check` answers no with the line of the fault; a codeframe that is not there is wrong input."""
    (place / "f.toml").write_text('[[theme]]\nslug = "a"\n[[theme]]\nslug = "a"\n')
    assert "f.toml, line 4" in refused("codeframe", "check", "f.toml", code=1)
    assert "f.toml, line 4" in refused("train", "answers.csv", *TRAIN, "--codeframe", "f.toml")
    assert "nowhere.toml: no such file" in refused("codeframe", "check", "nowhere.toml")


def test_init_keeps_what_is_there(refused, freetext, place):
    """`init` writes over nothing, and reads the file it is given before it makes a folder."""
    assert freetext("init", "survey", cwd=place).code == 0
    assert "--force" in refused("init", "survey")
    assert "missing.csv: no such file" in refused("init", "other", "--from", "missing.csv")
    assert "ragged" in refused("init", "other", "--from", "ragged.csv")
    assert "--force" in refused("demo", "survey")
