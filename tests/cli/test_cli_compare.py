"""`freetext compare` through the command line."""

import json

import openpyxl
import pytest
from tests.interfaces.two_waves import write_coded, write_waves

LOOK = (
    ("the entrance was easy to find", "signs were clear", "we found the way at once"),
    ("staff were friendly", "the desk was helpful", "nobody was at the desk"),
    ("the café was closed", "coffee was good", "cake was dear"),
)


@pytest.fixture(scope="module", name="plain")
def _plain(tmp_path_factory, rows_to):
    """Three files of answers without a project: two draws of one wave, and one about something else."""
    folder = tmp_path_factory.mktemp("plain")
    for name, size, shift in (("one", 60, 0), ("two", 60, 1)):
        said = [
            f"{LOOK[n % 3][(n // 3 + shift) % 3]} and {LOOK[(n + 1) % 3][(n // 2) % 3]}, visit {n % 9}"
            for n in range(size)
        ]
        rows_to(folder / f"{name}.csv", [["id", "say"], *([f"{name}{n}", each] for n, each in enumerate(said))])
    other = [["id", "say"], *([f"x{n}", f"der Parkplatz war voll und teuer, Ebene {n % 7}"] for n in range(60))]
    rows_to(folder / "other.csv", other)
    return folder


@pytest.fixture(scope="module", name="survey")
def _survey(tmp_path_factory):
    """A project with two coded waves; not to be written to."""
    folder = tmp_path_factory.mktemp("coded") / "survey"
    write_waves(folder)
    write_coded(folder)
    return folder


def test_waves_that_are_alike_leave_with_zero(freetext, plain):
    """Two files and a column are enough; where nothing asks for a person the exit code is 0."""
    done = freetext("compare", "one.csv", "two.csv", "--text", "say", "--id", "id", cwd=plain)
    assert done.code == 0, done.out + done.err
    assert "OLD is one, NEW is two." in done.out
    assert "Verdict: The waves are alike." in done.out
    assert "Not coded yet: one and two" in done.out


def test_a_verdict_that_asks_for_a_person_is_a_negative_answer(freetext, plain):
    """The comparison is shown all the same, the last line on standard error is the verdict, and the exit code is 1."""
    done = freetext("compare", "one.csv", "other.csv", "--text", "say", "--id", "id", cwd=plain)
    assert done.code == 1
    assert "What they wrote" in done.out
    assert done.line.startswith("freetext: ")
    assert done.line.endswith("?")


def test_a_project_needs_no_file(freetext, survey):
    """In a project with an earlier wave nothing needs naming: both waves, their coded files and the banners are known."""
    done = freetext("compare", cwd=survey)
    assert "What has changed, by region" in done.out
    assert "What the model made of it" in done.out
    assert "one-coded.csv: 80 rows" in done.err


def test_one_question_by_one_column(freetext, survey):
    """--question and --by choose; --quiet says nothing on standard error but the verdict."""
    done = freetext("compare", "--question", "say", "--by", "region", "--quiet", "--json", cwd=survey)
    found = json.loads(done.out)
    assert [each["banner"] for each in found["questions"][0]["changes"]] == ["region"]
    assert done.err.count("\n") == (done.code == 1)


@pytest.mark.parametrize("ending", ["xlsx", "csv", "json", "md", "txt"])
def test_it_is_written_in_any_form(freetext, survey, tmp_path, ending):
    """-o writes the comparison as its ending says; a file that stands is refused without --force."""
    target = tmp_path / f"compared.{ending}"
    done = freetext("compare", "-o", target, "--raw", cwd=survey)
    assert done.code in {0, 1}, done.err
    assert done.out == ""
    if ending == "xlsx":
        assert openpyxl.load_workbook(target).sheetnames == ["Verdict", "say changes by region"]
    else:
        assert "Money" in target.read_text(encoding="utf-8-sig")
    again = freetext("compare", "-o", target, cwd=survey)
    assert again.code == 2
    assert "--force" in again.line


def test_a_dry_run_writes_nothing(freetext, survey, tmp_path):
    """--dry-run compares and writes no file."""
    done = freetext("compare", "-o", tmp_path / "c.xlsx", "--dry-run", cwd=survey)
    assert "dry run" in done.err
    assert list(tmp_path.iterdir()) == []


def test_there_is_no_csv_without_changes(freetext, plain, tmp_path):
    """A CSV holds changes; where a wave is not coded there are none, which is said, and no file is left."""
    done = freetext("compare", "one.csv", "two.csv", "--text", "say", "-o", tmp_path / "c.csv", cwd=plain)
    assert done.code == 1
    assert "`freetext code`" in done.line
    assert not (tmp_path / "c.csv").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Name OLD and NEW"),
        (("one.csv", "one.csv", "--text", "say"), "the same file"),
        (("one.csv", "two.csv"), "--text"),
        (("one.csv", "two.csv", "--text", "said"), "no column 'said'"),
        (("one.csv", "two.csv", "--text", "say", "--json", "-o", "c.json"), "--json prints, -o writes"),
        (("one.csv", "two.csv", "--text", "say", "--model", "nowhere"), "no model here"),
        (("one.csv", "gone.csv", "--text", "say"), "gone.csv"),
    ],
)
def test_misuse_says_what_mends_it(freetext, plain, words, said):
    """What cannot be done names the file, the column or the option, with exit code 2."""
    done = freetext("compare", *words, cwd=plain)
    assert done.code == 2
    assert said in done.line
