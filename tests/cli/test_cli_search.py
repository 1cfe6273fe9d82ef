"""`freetext search`: answers found by words, themes, coders and flags, in a project and in any file."""

import json
import shutil

import openpyxl
import pytest


@pytest.fixture(name="worked")
def _worked(demo, tmp_path):
    """A copy of the demo survey with its coded files, to work in."""
    shutil.copytree(demo, tmp_path / "worked")
    return tmp_path / "worked"


def add(project, coder, answer, question, themes, **more):
    """Append an event to a coder's log."""
    values = {
        "id": answer,
        "question": question,
        "themes": themes,
        "coder": coder,
        "time": "2026-01-01T00:00:00Z",
        "source": "queue",
    }
    path = project / "data" / "annotated" / f"{coder}.jsonl"
    with path.open("a", encoding="utf-8") as log:
        log.write(json.dumps(values | more) + "\n")


@pytest.fixture(name="found")
def _found(freetext):
    """Search as JSON; gives the answers."""

    def found(*argv, cwd):
        done = freetext("search", *argv, "--json", cwd=cwd)
        assert done.code == 0, done.err
        return json.loads(done.out)["answers"]

    return found


def test_words_are_found_with_their_themes(freetext, demo):
    """All words must be there; id, question, themes with who gave them, and the hit marked in the text."""
    done = freetext("search", "fund*", "--limit", "3", cwd=demo)
    assert done.code == 0, done.err
    lines = done.out.splitlines()
    assert lines[0].startswith("NIS0")
    assert "(human)" in lines[0]
    assert "*fund" in lines[1].lower()
    assert len(lines) == 6
    assert done.err == "8 answers found; the first 3 are shown (--limit)\n"
    assert "\x1b" not in done.out


def test_case_accents_and_phrases(found, freetext, rows_to, tmp_path):
    """Case and accents do not matter, a phrase stays together, words are whole."""
    rows_to(tmp_path / "a.csv", [["t"], ["Das CAFÉ ist zu"], ["zu viel Cafeteria"], ["ist zu, das Cafe"]])
    ids = [each["id"] for each in found("cafe zu", "a.csv", "--text", "t", cwd=tmp_path)]
    assert ids == ["2", "4"]
    assert [each["id"] for each in found('"ist zu"', "a.csv", "--text", "t", cwd=tmp_path)] == ["2", "4"]
    assert [each["id"] for each in found("cafe*", "a.csv", "--text", "t", cwd=tmp_path)] == ["2", "3", "4"]
    assert found("zu", "a.csv", "--text", "t", cwd=tmp_path)[0]["spans"] == [[13, 15]]


def test_nothing_found_is_a_negative_answer(freetext, demo):
    """Where nothing is found that is said in one line, with exit code 1."""
    done = freetext("search", "zebra", cwd=demo)
    assert (done.code, done.out) == (1, "")
    assert done.line == "freetext: survey.csv: nothing found among 287 answers."


@pytest.mark.parametrize("argv", [(), ("more", "money"), ("x", "--theme", "resorce"), ("x", "--question", "why"), ("x", "--coder", "adda"), ("x", "--flag", "safe")])  # fmt: skip
def test_what_cannot_be_found_is_refused(freetext, demo, argv):
    """No question at all, two bare words, and a theme, question, coder or flag that is not there are refused with what mends it."""
    done = freetext("search", *argv, cwd=demo)
    assert (done.code, done.out) == (2, "")
    assert any(hint in done.line for hint in ("--theme", "quotes", "Did you mean", "There are"))


def test_themes_by_people_and_by_the_model(found, demo):
    """--theme takes slug, name, number and net; themes come from the logs, of other files from what the model coded."""
    people = found("", "--theme", "covid-impact", "--limit", "999", cwd=demo)
    assert {given["by"] for each in people for given in each["themes"]} == {"human"}
    assert found("", "--theme", "Covid impact", "--limit", "999", cwd=demo) == people
    machine = found("", "wave2.csv", "--theme", "covid-impact", "--limit", "999", cwd=demo)
    assert {given["by"] for each in machine for given in each["themes"]} == {"model", "rule"}
    assert all("covid-impact" in [given["theme"] for given in each["themes"]] for each in machine)
    net = found("", "wave2.csv", "--theme", "inside", "--limit", "999", cwd=demo)
    assert {"culture", "capability"} <= {given["theme"] for each in net for given in each["themes"]}
    assert len(net) > len(found("", "wave2.csv", "--theme", "culture", "--limit", "999", cwd=demo))
    both = found("zoom", "wave2.csv", "--theme", "covid-impact", cwd=demo)
    assert all("zoom" in each["text"].lower() for each in both)


def test_a_coded_file_says_its_themes_itself(found, demo, freetext):
    """A coded file is searched by its own codes, in a project and without one."""
    here = found("", "output/wave2-coded.xlsx", "--theme", "culture", "--limit", "999", cwd=demo)
    assert here == found("", "wave2.csv", "--theme", "culture", "--limit", "999", cwd=demo)
    argv = ("", demo / "output" / "wave2-coded.xlsx", "--text", "barrier_why", "--id", "id", "--theme", "culture")
    alone = found(*argv, "--limit", "999", cwd=demo.parent)
    assert [each["id"] for each in alone] == [each["id"] for each in here if each["question"] == "barrier_why"]


def test_a_theme_in_dispute_is_found_and_told(freetext, demo):
    """An answer on whose theme coders differ is found under it, and the theme is said to be in dispute."""
    out = freetext("search", "", "--theme", "culture", "--limit", "999", cwd=demo).out
    assert "culture (in dispute)" in out


def test_questions_coders_and_flags(found, worked):
    """--question, --coder and --flag keep what is theirs; what a coder took back is neither decided nor flagged."""
    assert {each["question"] for each in found("", "--question", "example", cwd=worked)} == {"example"}
    add(worked, "cleo", "NIS001", "barrier_why", ["culture"], flags=["safeguarding"])
    add(worked, "cleo", "NIS002", "barrier_why", ["resource"])
    add(worked, "cleo", "NIS003", "barrier_why", ["resource"], flags=["personal-data"])
    add(worked, "cleo", "NIS003", "barrier_why", [], event="undo")
    add(worked, "cleo", "NIS004", "barrier_why", [], event="skip", flags=["personal-data"])
    assert [each["id"] for each in found("", "--coder", "Cleo", cwd=worked)] == ["NIS001", "NIS002"]
    assert [each["id"] for each in found("", "--coder", "cleo", "--theme", "culture", cwd=worked)] == ["NIS001"]
    (flagged,) = found("", "--flag", "safeguarding", cwd=worked)
    assert (flagged["id"], flagged["flags"], flagged["coders"]) == ("NIS001", ["safeguarding"], ["ada", "ben", "cleo"])
    assert [each["id"] for each in found("", "--flag", "personal-data", cwd=worked)] == ["NIS004"]


def test_codes_of_another_text_are_not_told(found, worked):
    """Where the text in the file is not the one that was coded, the answer counts as not coded."""
    csv = worked / "wave2.csv"
    csv.write_text(
        csv.read_text(encoding="utf-8").replace("Lovely practitioners", "Splendid practitioners"), encoding="utf-8"
    )
    (answer,) = found("splendid practitioners", "wave2.csv", cwd=worked)
    assert (answer["coded"], answer["themes"]) == (False, [])
    other = found("", "wave2.csv", "--question", "barrier_why", "--limit", "3", cwd=worked)
    assert other[0]["coded"]


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
def test_what_is_found_goes_into_a_file(freetext, worked, rows_in, ending):
    """-o writes all that was found, guarded like any output; an existing file is kept unless forced; --dry-run writes none."""
    name = f"found.{ending}"
    assert freetext("search", "fund*", "-o", name, "--dry-run", cwd=worked).code == 0
    assert not (worked / name).exists()
    done = freetext("search", "fund*", "-o", name, cwd=worked)
    assert (done.code, done.err) == (0, f"{name}: 8 answers found\n")
    if ending == "csv":
        assert len(rows_in(worked / name)) == 9
    elif ending == "xlsx":
        sheet = openpyxl.load_workbook(worked / name).active
        assert sheet is not None
        assert [cell.value for cell in sheet[1]] == [
            "id",
            "question",
            "respondent",
            "text",
            "themes",
            "by",
            "disputed",
            "flags",
        ]
        assert sheet.max_row == 9
    else:
        assert json.loads((worked / name).read_text())["found"] == 8
    assert freetext("search", "fund*", "-o", name, cwd=worked).code == 2
    assert freetext("search", "fund*", "-o", name, "--force", cwd=worked).code == 0


def test_no_identifier_is_found(freetext, demo):
    """A column that the project drops cannot be searched."""
    done = freetext("search", "x", "--text", "contact", cwd=demo)
    assert (done.code, "`drop`" in done.line) == (2, True)


def test_a_long_file(found, small):
    """With --question-column the answers of a file with one answer a row are told apart by question."""
    argv = (
        "money",
        "answers.csv",
        "--text",
        "verbatim",
        "--id",
        "who",
        "--question-column",
        "asked",
        "--question",
        "y",
    )
    assert [each["id"] for each in found(*argv, cwd=small)] == ["d", "e"]
