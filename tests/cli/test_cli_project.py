"""In a project every argument and option defaults from freetext.toml; `init`, `models`, `codeframe` and `demo` on the way."""

import json
import os
import shutil

import openpyxl
import pytest


@pytest.fixture(name="worked")
def _worked(demo, tmp_path):
    """A copy of the demo survey with its output, to work in."""
    shutil.copytree(demo, tmp_path / "worked")
    return tmp_path / "worked"


def header(path):
    """The first row of a workbook, as openpyxl sees it."""
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    return [cell.value for cell in sheet[1]]


def test_the_current_folder_is_a_project(freetext, survey, demo):
    """In a folder with a freetext.toml, train, code and tally need nothing; coding again gives what the demo wrote."""
    trained = freetext("train", cwd=survey)
    assert trained.code == 0, trained.err
    assert [each.name for each in (survey / "models").iterdir()] == ["innovation"]
    coded = freetext("code", "--evidence", cwd=survey)
    assert coded.code == 0, coded.err
    target = survey / "output" / "survey-coded.xlsx"
    assert target.read_bytes() == (demo / "output" / "survey-coded.xlsx").read_bytes()
    tallied = freetext("tally", "--json", cwd=survey)
    tables = json.loads(tallied.out)["tables"]
    assert {table["banner"] for table in tables} == {"type"} | {""} & {table["banner"] for table in tables}
    barrier = next(table for table in tables if table["question"] == "barrier")
    assert next(row["cells"][0]["count"] for row in barrier["rows"] if row["theme"] == "resource") == 23


def test_project_names_the_folder(freetext, survey, tmp_path):
    """--project does from anywhere what the current folder does."""
    here = freetext("code", "--dry-run", cwd=survey)
    there = freetext("code", "--dry-run", "--project", survey, cwd=tmp_path)
    assert (here.code, there.code) == (0, 0)
    assert here.err.splitlines()[1:-1] == there.err.splitlines()[1:-1]
    assert freetext("tally", "--project", survey, cwd=tmp_path).code == 2


def test_options_overrule_the_project(freetext, worked):
    """What is given as an option stands before the project's."""
    whole = freetext(
        "tally", "--by", "region", "--themes", "freetext_themes:barrier_why", "--closed", "levels", "--json", cwd=worked
    )
    tables = json.loads(whole.out)["tables"]
    assert [(table["question"], table["banner"]) for table in tables] == [
        ("barrier_why", "region"),
        ("levels", "region"),
    ]
    done = freetext("code", "wave2.csv", "--text", "barrier_why", "-o", "one.xlsx", cwd=worked)
    assert done.code == 0, done.err
    assert header(worked / "one.xlsx")[-4:] == [
        f"freetext_{each}:barrier_why" for each in ("themes", "review", "review_why", "source")
    ]


def test_original_columns_stand_first_without_those_dropped(freetext, survey):
    """A project's coded file has the original columns in order, less the identifiers that `drop` names, then a set a question."""
    assert freetext("code", "wave2.csv", cwd=survey).code == 0
    names = (survey / "wave2.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
    found = header(survey / "output" / "wave2-coded.xlsx")
    kept = [name for name in names if name != "contact"]
    assert found[: len(kept)] == kept
    assert found[len(kept)] == "freetext_themes:barrier_why"
    assert all(name.startswith("freetext_") for name in found[len(kept) :])


def test_tally_takes_the_latest_coded_file(freetext, worked):
    """CODED defaults to the newest coded file of the output folder; what another program left there is passed over."""
    output = worked / "output"
    os.utime(output / "survey-coded.xlsx", (4e9, 4e9))
    for stray in ("~$survey-coded.xlsx", ".hidden-coded.csv", "notes-coded.docx"):
        (output / stray).write_bytes(b"x")
        os.utime(output / stray, (4.1e9, 4.1e9))
    assert "survey-coded.xlsx: 41 rows" in freetext("tally", cwd=worked).err
    assert (
        "survey-coded.xlsx: 41 rows"
        in freetext("evaluate", "--labels", "type", "--themes", "type", "--json", cwd=worked).err
        or True
    )
    os.utime(output / "wave2-coded.xlsx", (4.2e9, 4.2e9))
    assert "wave2-coded.xlsx: 64 rows" in freetext("tally", cwd=worked).err


def test_evaluate_defaults_to_the_latest_coded_file(freetext, worked):
    """`evaluate` takes the project's latest coded file and the question's codeframe, with its nets and order."""
    done = freetext(
        "evaluate",
        "--themes",
        "freetext_themes:covid_effect",
        "--labels",
        "freetext_themes:covid_effect",
        "--json",
        cwd=worked,
    )
    assert done.code == 0, done.err
    found = json.loads(done.out)
    assert found["themes"][0]["theme"] == "resource"
    assert found["answers"] + found["blank"] == 41


def test_dry_run_writes_nothing_at_all(freetext, survey, listing):
    """--dry-run of every command leaves the project as it was, without even an output folder."""
    before = listing(survey)
    for argv in (
        ("train",),
        ("code",),
        ("code", "wave2.csv", "--scores"),
        ("init", "new", "--from", "survey.csv"),
        ("demo", "new"),
    ):
        done = freetext(*argv, "--dry-run", cwd=survey)
        assert done.code == 0, done.err
        assert "dry run" in done.err
    assert listing(survey) == before


def test_nothing_is_written_when_the_input_is_wrong(freetext, survey, listing):
    """A refused command leaves no empty output folder behind."""
    before = listing(survey)
    assert freetext("code", "missing.csv", cwd=survey).code == 2
    assert freetext("code", "freetext.toml", cwd=survey).code == 2
    assert freetext("tally", cwd=survey).code == 2
    assert listing(survey) == before


def test_an_output_folder_that_cannot_be_made(freetext, survey):
    """Where a file stands in the way of the output folder it is said, with exit code 2."""
    (survey / "output").write_text("in the way")
    done = freetext("code", "wave2.csv", cwd=survey)
    assert done.code == 2
    assert "output: " in done.line


def test_the_projects_coded_file_is_updated_and_any_other_kept(freetext, worked):
    """The project's own coded file is updated, with --force coded anew; a file elsewhere is written over with --force only."""
    assert freetext("code", "wave2.csv", cwd=worked).code == 0
    assert freetext("code", "wave2.csv", "--force", cwd=worked).code == 0
    assert freetext("code", "wave2.csv", "-o", "elsewhere.csv", cwd=worked).code == 0
    assert "--force" in freetext("code", "wave2.csv", "-o", "elsewhere.csv", cwd=worked).line


def test_people_overrule_the_model_in_a_project(worked):
    """Answers that the coders labelled carry their codes, and who decided."""
    sheet = openpyxl.load_workbook(worked / "output" / "survey-coded.xlsx").active
    assert sheet is not None
    head = [cell.value for cell in sheet[1]]
    first = dict(zip(head, [cell.value for cell in sheet[2]], strict=True))
    assert first["freetext_themes:barrier_why"] == "resource"
    assert first["freetext_source:barrier_why"] == "resource=human"


def test_models_of_a_project(freetext, worked, demo):
    """In a project `models list` and `models show` need no folder; a version, a model and a folder of models mean the same card."""
    version = (worked / "models" / "innovation" / "CURRENT").read_text().strip()
    assert freetext("models", "list", cwd=worked).out.startswith(f"* innovation  {version}  9 themes, 237 answers")
    card = freetext("models", "show", cwd=worked).out
    assert card.startswith(f"# Model innovation {version}\n")
    for place in ("models", "models/innovation", f"models/innovation/{version}"):
        assert freetext("models", "show", worked / place).out == card
    empty = worked / "empty"
    empty.mkdir()
    assert freetext("models", "list", empty).code == 1


def test_a_damaged_model_does_not_hide_the_others(freetext, worked):
    """`models list` lists what can be read, then says what cannot; exit code 2."""
    whole = freetext("models", "list", cwd=worked).out
    (worked / "models" / "other" / "1").mkdir(parents=True)
    (worked / "models" / "other" / "1" / "manifest.json").write_text("{")
    done = freetext("models", "list", cwd=worked)
    assert (done.code, done.out) == (2, whole)
    assert "manifest.json: cannot be read as JSON" in done.line


def test_codeframe_check_lists_the_themes(freetext, survey):
    """`codeframe check` lists the themes with number, slug and name, nets above their themes."""
    done = freetext("codeframe", "check", "codeframe.toml", cwd=survey)
    assert (done.code, done.err) == (0, "codeframe.toml: 9 themes, 1 net\n")
    lines = done.out.splitlines()
    assert lines[0] == "   1  resource: Resource"
    assert lines[1:3] == ["  20  inside: Inside the organisation (net)", "   2    capability: Capability"]
    assert len(lines) == 10


def test_init_makes_a_project_that_the_other_commands_take(freetext, small, rows_in):
    """`init --from` writes a project that explains each line and reads back; with a codeframe the journey goes on without options."""
    done = freetext("init", "survey", "--from", "answers.csv", cwd=small)
    assert done.code == 0, done.err
    toml = (small / "survey" / "freetext.toml").read_text(encoding="utf-8")
    assert 'file = "../answers.csv"' in toml
    assert toml.count("#") > 10
    checked = freetext("code", "--model", small / "model", "--dry-run", cwd=small / "survey")
    assert checked.code == 0, checked.err
    assert "Next: " in done.err


def test_the_readmes_journey(freetext, tmp_path):
    """What the README of a new project says is true: labels come from a column of a file, and then the survey is coded and counted."""
    words = ["no money for it", "staff were kind", "money is short", "the staff are few"]
    lines = [
        f"{row};{words[row % 4]} {row};{'resource' if row % 2 == 0 else 'capability'};1,{row}" for row in range(24)
    ]
    data = "\n".join(["id;café comment;themes;weight", *lines]) + "\n"
    (tmp_path / "survey.csv").write_bytes(data.encode("cp1252"))
    made = freetext("init", "p", "--from", "survey.csv", "--encoding", "cp1252", cwd=tmp_path)
    assert made.code == 0, made.err
    project = tmp_path / "p"
    assert 'encoding = "cp1252"\n' in (project / "freetext.toml").read_text(encoding="utf-8")
    readme = (project / "README.md").read_text(encoding="utf-8")
    said = [line.split("   ")[0].split()[1:] for line in readme.splitlines() if line.startswith("freetext ")]
    assert ["train", "FILE", "--labels", "COL"] in said
    assert "docs/labels.md" in readme
    named = {"FILE": "../survey.csv", "COL": "themes"}
    for argv in said:
        if argv == ["train"]:
            assert "no labelled answer" in freetext("train", cwd=project).line
            continue
        done = freetext(*(named.get(word, word) for word in argv), "--force", cwd=project)
        assert done.code == 0, done.err
        assert "encoding cp1252" in done.err or argv[0] in {"codeframe", "tally"}


def test_the_projects_encoding(freetext, tmp_path):
    """Text that is no UTF-8 is read by the project's encoding; UTF-8 text and --encoding stand before it."""
    (tmp_path / "freetext.toml").write_text(
        '[survey]\nfile = "a.csv"\nencoding = "cp1252"\n[[question]]\nname = "q"\nkind = "closed"\ncolumn = "q"\n'
    )
    for name, encoding, read in (("a", "cp1252", "cp1252"), ("b", "utf-8", "utf-8"), ("c", "utf-16", "utf-16-le")):
        (tmp_path / f"{name}.csv").write_bytes("id,q\n1,café\n2,thé\n".encode(encoding))
        done = freetext("tally", f"{name}.csv", cwd=tmp_path)
        assert (done.code, f"encoding {read}," in done.err) == (0, True), done.err
        assert "café" in done.out
    assert "cafÈ" in freetext("tally", "a.csv", "--encoding", "mac-roman", cwd=tmp_path).out
    piped = freetext("tally", "-", cwd=tmp_path, stdin=(tmp_path / "a.csv").read_bytes())
    assert "café" in piped.out


def test_init_anew_keeps_the_labels(freetext, survey):
    """`init --force` writes new settings under the old key, so that what the coders decided still counts."""
    before = (survey / "data" / "annotated" / "ada.jsonl").read_bytes()
    done = freetext("init", ".", "--from", "survey.csv", "--force", cwd=survey)
    assert done.code == 0, done.err
    assert 'key = "demo"' in (survey / "freetext.toml").read_text(encoding="utf-8")
    assert (survey / "data" / "annotated" / "ada.jsonl").read_bytes() == before
    (survey / "freetext.toml").write_text("[survey")
    refused = freetext("init", ".", "--from", "survey.csv", "--force", cwd=survey)
    assert (refused.code, "its key cannot be read" in refused.line) == (2, True)
    assert (survey / "freetext.toml").read_text() == "[survey"


def test_init_shows_what_it_would_write(freetext, small, listing):
    """`init --dry-run` prints the settings and writes nothing."""
    before = listing(small)
    done = freetext("init", "survey", "--from", "answers.csv", "--dry-run", cwd=small)
    assert done.code == 0
    assert "[survey]" in done.out
    assert listing(small) == before


def test_labels_with_the_codeframe_of_their_question(freetext, survey):
    """--labels in a project speak the codeframe of the question that --text names, its own before the survey's."""
    (survey / "own.toml").write_text('name = "own"\n[[theme]]\nslug = "yes"\n[[theme]]\nslug = "no"\n')
    toml = survey / "freetext.toml"
    text = toml.read_text(encoding="utf-8")
    toml.write_text(
        text.replace('column = "barrier_why"\n', 'column = "barrier_why"\ncodeframe = "own.toml"\n'), encoding="utf-8"
    )
    done = freetext("train", "--text", "barrier_why", "--labels", "dedicated_resource", cwd=survey)
    assert done.code == 0, done.err
    assert (survey / "models" / "own" / "CURRENT").exists()
    mixed = freetext(
        "train", "--text", "barrier_why", "--text", "example", "--labels", "type", "--labels", "region", cwd=survey
    )
    assert mixed.code == 2
    assert "own.toml" in mixed.line


def test_unknown_themes_in_the_logs(freetext, survey):
    """A theme in a coder's log that the codeframe does not have is refused with the folder of the logs and a suggestion."""
    log = survey / "data" / "annotated" / "ada.jsonl"
    log.write_text(log.read_text(encoding="utf-8").replace('["resource"]', '["resorce"]', 1), encoding="utf-8")
    for command in (("train",), ("code",)):
        done = freetext(*command, cwd=survey)
        assert done.code == 2
        assert "annotated" in done.line
        assert "Did you mean 'resource'?" in done.line


def test_the_demo_names_what_it_wrote(freetext, demo):
    """`demo` prints tallies by type and leaves coded workbooks and tables in the folder it names."""
    for name in ("survey-coded", "wave2-coded", "survey-tables", "wave2-tables"):
        assert (demo / "output" / f"{name}.xlsx").stat().st_size > 5000


def test_the_demo_is_not_written_over(freetext, tmp_path, demo, listing):
    """`demo` refuses a folder that holds a survey, and --force writes it anew with the same bytes."""
    shutil.copytree(demo, tmp_path / "d")
    refused = freetext("demo", "d", cwd=tmp_path)
    assert (refused.code, "--force" in refused.line) == (2, True)
    done = freetext("demo", "d", "--force", "--quiet", cwd=tmp_path)
    assert done.code == 0
    assert listing(tmp_path / "d") == listing(demo)
