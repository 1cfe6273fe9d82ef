"""`freetext code` on a file that the project coded before: what is new is coded, what stands is kept, people are never overruled."""

import multiprocessing
import os
import random
import shutil
import time

import openpyxl
import pyarrow.parquet as pq
import pytest
from tests.cli.two_themes import SAID, SETTINGS, learn, log

HEAD = ["id", "region", "why"]
ROWS = [[str(place), region, said] for place, (region, said) in enumerate(zip("nnssns", SAID, strict=True), 1)]
MORE = [["7", "n", "more money please"], ["8", "s", "lovely staff"]]
THEMES, REVIEW, WHY, SOURCE = "freetext_themes", "freetext_review", "freetext_review_why", "freetext_source"
TARGET = "output/wave-coded.xlsx"


@pytest.fixture(scope="module", name="learnt")
def _learnt(tmp_path_factory, freetext, rows_to):
    """A survey with a model of two themes; its labels are those of the first file, whose ids the wave has too; not to be written to."""
    folder = tmp_path_factory.mktemp("again")
    rows_to(folder / "survey.csv", [HEAD, *ROWS])
    learn(folder, ROWS, freetext)
    shutil.rmtree(folder / "data")
    rows_to(folder / "wave.csv", [HEAD, *ROWS])
    assert freetext("code", "wave.csv", cwd=folder).code == 0
    return folder


@pytest.fixture(name="wave")
def _wave(learnt, tmp_path):
    """A copy of the survey whose wave is coded, to work in."""
    shutil.copytree(learnt, tmp_path / "p")
    return tmp_path / "p"


@pytest.fixture(name="again")
def _again(freetext, wave, rows_to):
    """Code the wave again, with other rows if some are given."""

    def again(rows=None, *argv, head=HEAD):
        if rows is not None:
            rows_to(wave / "wave.csv", [head, *rows])
        done = freetext("code", "wave.csv", *argv, cwd=wave)
        assert done.code == 0, done.err
        return done

    return again


def cells(project, name=TARGET):
    """The coded file's rows by id, as openpyxl sees them."""
    sheet = openpyxl.load_workbook(project / name).active
    assert sheet is not None
    head, *rows = [["" if cell is None else cell for cell in row] for row in sheet.iter_rows(values_only=True)]
    return {row[0]: dict(zip(head, row, strict=True)) for row in rows}


def edit(project, answer, name=TARGET, **values):
    """Change cells of one answer in the workbook, as somebody does in Excel."""
    book = openpyxl.load_workbook(project / name)
    sheet = book.active
    assert sheet is not None
    head = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        if row[0].value == answer:
            for column, value in values.items():
                row[head.index(column)].value = value
    book.save(project / name)


def said(done):
    """The line that counts what was kept."""
    return next(line for line in done.err.splitlines() if "coded before" in line)


def test_nothing_new_changes_no_byte(again, wave):
    """Coding the same file again needs no --force, keeps all, and gives the same bytes."""
    before = (wave / TARGET).read_bytes()
    done = again()
    assert said(done) == "- coded before: 6 answers kept (0 of people), 0 new, 0 changed, 0 gone"
    assert (wave / TARGET).read_bytes() == before
    assert "model frame" not in done.err


def test_new_rows_are_coded_and_stand_where_the_input_has_them(again, wave):
    """Rows follow the input's order; what was not there before is coded, what is gone is gone."""
    order = [MORE[0], *reversed(ROWS[1:]), MORE[1]]
    done = again(order)
    assert said(done) == "- coded before: 5 answers kept (0 of people), 2 new, 0 changed, 1 gone"
    assert "2 answers" in next(line for line in done.err.splitlines() if line.startswith("model frame"))
    found = cells(wave)
    assert list(found) == [row[0] for row in order]
    assert (found["7"][THEMES], found["8"][SOURCE]) == ("money", "staff=model")


def test_a_changed_text_is_coded_anew(again, wave):
    """An answer whose text is another one now gets the codes of that text."""
    done = again([["1", "n", "the staff were kind"], *ROWS[1:]])
    assert "0 new, 1 changed, 0 gone" in said(done)
    assert cells(wave)["1"][THEMES] == "staff"


def test_the_other_columns_come_from_the_input(again, wave):
    """Closed answers are those of the new file, a column that is new is there; codes stay."""
    head, rows = [*HEAD, "wave"], [[row[0], "west", row[2], "2"] for row in ROWS]
    assert "6 answers kept" in said(again(rows, head=head))
    found = cells(wave)["1"]
    assert list(found)[:4] == head
    assert (found["region"], found["wave"], found[THEMES]) == ("west", "2", "money")


def test_what_the_file_says_people_decided_stays(again, wave):
    """An answer that the file says people coded keeps these codes, with and without --force, whatever model and logs say."""
    edit(wave, "1", **{THEMES: "staff", SOURCE: "staff=human"})
    edit(wave, "2", **{THEMES: None, SOURCE: "human"})
    assert "6 answers kept (2 of people)" in said(again())
    done = again(ROWS, "--force")
    assert said(done) == "- coded before: 2 answers kept (2 of people), 0 new, 0 changed, 0 gone, 4 coded anew"
    found = cells(wave)
    assert (found["1"][THEMES], found["1"][SOURCE]) == ("staff", "staff=human")
    assert (found["2"][THEMES], found["2"][SOURCE]) == ("", "human")


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_themes_changed_by_hand_are_a_persons(again, wave, force):
    """Themes that differ from what freetext_source says are somebody's decision: kept, ordered, and said to be human; also none."""
    edit(wave, "1", **{THEMES: "Staff; money"})
    edit(wave, "2", **{THEMES: None})
    done = again(ROWS, *force)
    assert "- 2 answers changed by hand in the coded file: taken for a person's codes" in done.err
    found = cells(wave)
    assert (found["1"][THEMES], found["1"][SOURCE]) == ("money;staff", "money=human;staff=human")
    assert (found["2"][THEMES], found["2"][SOURCE], found["2"][REVIEW]) == ("", "human", False)
    assert "by hand" not in again().err


@pytest.mark.parametrize(
    ("answer", "themes", "expected"),
    [("3", "mony", "row 4, column 'freetext_themes': no theme 'mony'"), ("4", "money", "row 5, column 'freetext_themes': the answer is blank")],
)  # fmt: skip
def test_a_wrong_theme_by_hand_is_refused(freetext, wave, answer, themes, expected):
    """A theme that the codeframe lacks, or one of a blank answer, is named with file, row and column, and nothing is written."""
    edit(wave, answer, **{THEMES: themes})
    before = (wave / TARGET).read_bytes()
    done = freetext("code", "wave.csv", cwd=wave)
    assert (done.code, expected in done.line, TARGET in done.line) == (2, True, True)
    assert (wave / TARGET).read_bytes() == before


def hashed(project, answer):
    """The keyed hash of an answer of the wave, as a review writes it."""
    from freetext.files.labelling.labels import text_hash  # noqa: PLC0415

    return {"text_hash": text_hash("k", next(row[2] for row in ROWS if row[0] == answer))}


def test_labels_made_since_overrule(again, wave):
    """A label of today stands in the file tomorrow, and how many is said once; a rule's label too."""
    log(wave, "1", ["other"], **hashed(wave, "1"))
    log(wave, "2", ["money"], coder="rules", **hashed(wave, "2") | {"source": "rule"})
    done = again()
    assert "- 2 answers overruled by labels made since" in done.err
    found = cells(wave)
    assert (found["1"][SOURCE], found["1"][REVIEW], found["2"][SOURCE]) == ("other=human", False, "money=rule")
    assert "overruled" not in again().err


def test_coders_who_differ_ask_for_a_person(again, wave):
    """A dispute made since is written as a dispute: the model's code stands, and a person is asked for."""
    log(wave, "1", ["money", "other"], **hashed(wave, "1"))
    log(wave, "1", ["other"], coder="ben", **hashed(wave, "1"))
    again()
    found = cells(wave)["1"]
    assert (found[THEMES], found[SOURCE]) == ("money;other", "money=model;other=human")
    assert (found[REVIEW], found[WHY]) == (True, "coders differ: money")


def test_a_correction_by_hand_outlives_older_labels_only(again, wave):
    """What somebody changed in the file stands before labels that were known when it was written, and gives way to later ones."""
    log(wave, "1", ["staff"], **hashed(wave, "1"))
    again()
    edit(wave, "1", **{THEMES: "other"})
    for force in ((), (), ("--force",)):
        again(ROWS, *force)
        assert cells(wave)["1"][SOURCE] == "other=human"
    log(wave, "1", ["money"], coder="ben", **hashed(wave, "1") | {"source": "adjudicated"})
    assert "1 answer overruled" in again().err
    assert cells(wave)["1"][SOURCE] == "money=human"


def test_a_lost_log_takes_no_code_away_and_an_undone_label_does(again, wave):
    """Codes of a label stay when the log is gone; where the coder took the label back, the model decides again."""
    log(wave, "1", ["other"], **hashed(wave, "1"))
    log(wave, "2", ["other"], coder="ben", **hashed(wave, "2"))
    again()
    (wave / "data" / "annotated" / "ada.jsonl").unlink()
    log(wave, "2", [], coder="ben", event="undo", **hashed(wave, "2"))
    again()
    found = cells(wave)
    assert (found["1"][SOURCE], found["2"][SOURCE]) == ("other=human", "staff=model")


def test_another_model_is_told_and_force_codes_anew(again, wave, freetext, rows_to):
    """Codes of an earlier model stay, which is said with their number; --force replaces them and leaves people's alone."""
    first = (wave / "models" / "frame" / "CURRENT").read_text()
    edit(wave, "1", **{THEMES: "other", SOURCE: "other=human"})
    for row in ROWS[:3]:
        log(wave, row[0], ["other"] if row[0] == "2" else ["money"])
    rows_to(wave / "survey.csv", [HEAD, *ROWS])
    assert freetext("train", "--force", cwd=wave).code == 0
    (wave / "data" / "annotated" / "ada.jsonl").unlink()
    assert (wave / "models" / "frame" / "CURRENT").read_text() != first
    done = again([*ROWS, *MORE])
    assert "- 4 answers kept codes of an earlier model; --recode codes them anew" in done.err
    assert "4 answers kept codes of an earlier model" in again().err
    assert "earlier model" not in again([*ROWS, *MORE], "--force").err
    assert "earlier model" not in again().err
    assert cells(wave)["1"][SOURCE] == "other=human"


def test_what_people_said_of_an_answer_that_is_gone_comes_back_with_it(again, wave):
    """A file that lacks rows for once loses no code of a person: they are kept without the text, and come back with the answer."""
    edit(wave, "3", **{THEMES: "other"})
    done = again(ROWS[:2])
    assert "- 1 answer coded by people gone or changed: the codes are kept" in done.err
    kept = (wave / "output" / ".coded" / "wave-coded.xlsx.json").read_text(encoding="utf-8")
    assert "other=human" in kept
    assert not any(word in kept for word in ("money for", "staff were", "kind"))
    done = again(ROWS)
    assert "- 1 answer back again, with the codes that people gave" in done.err
    assert cells(wave)["3"][SOURCE] == "other=human"


def test_another_text_than_a_person_coded_asks_for_a_person(again, wave):
    """A person's codes are not those of another text: it is coded anew, and says what the person had said of the old one."""
    edit(wave, "1", **{THEMES: "other"})
    again([["1", "n", "the staff were kind"], *ROWS[1:]])
    found = cells(wave)["1"]
    assert (found[SOURCE], found[REVIEW]) == ("staff=model", True)
    assert found[WHY].startswith("its text has changed since a person coded it: other")
    again(ROWS)
    assert cells(wave)["1"][SOURCE] == "other=human"


@pytest.mark.parametrize("damage", [None, b"{", b'{"format": 9}'])
def test_without_its_notes_the_file_is_updated_all_the_same(again, wave, damage):
    """Where the notes beside the file are gone or damaged, all is kept, and that the model is not known is said."""
    notes = wave / "output" / ".coded" / "wave-coded.xlsx.json"
    edit(wave, "1", **{THEMES: "staff"})
    if damage is None:
        notes.unlink()
    else:
        notes.write_bytes(damage)
    done = again([*ROWS, *MORE])
    assert said(done) == "- coded before: 6 answers kept (1 of people), 2 new, 0 changed, 0 gone"
    assert "which model coded them is not known" in done.err
    assert cells(wave)["1"][SOURCE] == "staff=human"


@pytest.mark.parametrize("ending", ["csv", "tsv", "parquet"])
def test_every_kind_of_file_is_updated(again, wave, ending, rows_in):
    """CSV, TSV and Parquet in the output folder are updated as the workbook is, with the same rule for --force."""
    name = f"output/wave-coded.{ending}"
    again(ROWS, "-o", name, "--scores")
    before = (wave / name).read_bytes()
    assert "6 answers kept" in said(again(ROWS, "-o", name))
    assert (wave / name).read_bytes() == before
    assert "2 new" in said(again([*ROWS, *MORE], "-o", name))
    if ending == "parquet":
        table = pq.read_table(wave / name)
        assert table.column(REVIEW).type == "bool"
        assert table.column(THEMES).to_pylist()[-2:] == ["money", "staff"]
        assert table.column("freetext_score:staff").type == "double"
    else:
        rows = rows_in(wave / name, delimiter="," if ending == "csv" else "\t")
        assert [row[3] for row in rows[-2:]] == ["money", "staff"]
        assert all(float(row[-2]) >= 0 for row in rows[-2:])


def test_scores_and_evidence_go_on_where_they_are(again, wave):
    """A file with scores and evidence gets them for new answers too; where they are new, what is kept has none, and that is said."""
    done = again([*ROWS, *MORE], "--scores", "--evidence")
    assert "what is kept has no scores or evidence yet; --recode codes it anew" in done.err
    found = cells(wave)
    assert (found["1"]["freetext_score:money"], found["1"]["freetext_evidence"]) == ("", "")
    assert found["7"]["freetext_score:money"] > 0
    again([*ROWS, *MORE], "--force")
    before = cells(wave)
    assert before["1"]["freetext_evidence"] == "money: money"
    again([*ROWS, *MORE])
    assert cells(wave) == before


def test_only_the_projects_own_output_is_updated(freetext, again, wave):
    """With -o elsewhere, and without a project, an existing file is refused as ever."""
    again(ROWS, "-o", "other.xlsx")
    assert (
        freetext("code", "wave.csv", "-o", "other.xlsx", cwd=wave).line
        == "freetext: other.xlsx: exists; --force replaces it."
    )
    (wave / "freetext.toml").rename(wave / "away.toml")
    argv = ("code", "wave.csv", "--text", "why", "--model", "models/frame", "-o", TARGET)
    assert freetext(*argv, cwd=wave).line == f"freetext: {TARGET}: exists; --force replaces it."


def test_a_file_that_is_not_ours_is_refused(freetext, wave, rows_to):
    """What stands at the target and was not written by us is replaced with --force only."""
    target = rows_to(wave / "output" / "wave-coded.csv", [HEAD, *ROWS])
    refused = freetext("code", "wave.csv", "-o", "output/wave-coded.csv", cwd=wave)
    assert (refused.code, "exists; --force replaces it" in refused.line) == (2, True)
    (wave / TARGET).write_bytes(b"no workbook")
    assert "exists; --force replaces it" in freetext("code", "wave.csv", cwd=wave).line
    assert freetext("code", "wave.csv", "--force", cwd=wave).code == 0
    assert cells(wave)["1"][THEMES] == "money"
    assert target.exists()


def test_columns_that_would_be_lost_are_refused(freetext, wave, rows_to, again):
    """A column that somebody added to the coded file is dropped with --force only; people's codes are never lost with it."""
    book = openpyxl.load_workbook(wave / TARGET)
    book.active["J1"] = "remark"
    book.active["J2"] = "call back"
    book.save(wave / TARGET)
    refused = freetext("code", "wave.csv", cwd=wave)
    assert (
        refused.code,
        "has columns that wave.csv lacks, and they would be lost: remark. --force" in refused.line,
    ) == (2, True)
    assert cells(wave)["1"]["remark"] == "call back"
    again(ROWS, "--force")
    assert "remark" not in cells(wave)["1"]
    rows_to(wave / "wave.csv", [["name", "region", "why"], *ROWS])
    assert "has no column 'name'" in freetext("code", "wave.csv", "--id", "name", cwd=wave).line
    edit(wave, "1", **{THEMES: "other"})
    for argv in ((), ("--force",)):
        refused = freetext("code", "wave.csv", "--id", "name", *argv, cwd=wave)
        assert (refused.code, "holds codes that people gave (freetext_source)" in refused.line) == (2, True)
    assert cells(wave)["1"][THEMES] == "other"


def test_without_ids_the_text_names_the_answer(freetext, wave, rows_to):
    """Where no column names the answer, a sorted workbook and a row put in between change nobody's codes."""
    toml = (wave / "freetext.toml").read_text().replace('id = "id"\n', "")
    (wave / "freetext.toml").write_text(toml)
    texts = [[row[2]] for row in (*ROWS, ROWS[0])]
    rows_to(wave / "bare.csv", [["why"], *texts])
    assert freetext("code", "bare.csv", cwd=wave).code == 0
    name = "output/bare-coded.xlsx"
    edit(wave, ROWS[1][2], name, **{THEMES: "other"})
    book = openpyxl.load_workbook(wave / name)
    page = book.active
    rows = sorted(page.iter_rows(min_row=2, values_only=True), key=lambda row: row[0] or "")
    page.delete_rows(2, 99)
    for row in rows:
        page.append(row)
    book.save(wave / name)
    rows_to(wave / "bare.csv", [["why"], ["money at last"], *texts])
    done = freetext("code", "bare.csv", cwd=wave)
    assert said(done) == "- coded before: 7 answers kept (1 of people), 1 new, 0 changed, 0 gone"
    found = cells(wave, name)
    assert next(iter(found)) == "money at last"
    assert found[ROWS[1][2]][SOURCE] == "other=human"
    assert found[ROWS[0][2]][THEMES] == "money"


def test_a_question_that_is_new_is_coded_whole(freetext, wave, rows_to):
    """A text column that the coded file has not is coded; the other one keeps its codes."""
    question = '[[question]]\nname = "how"\nkind = "open"\ncolumn = "how"\n'
    (wave / "freetext.toml").write_text(SETTINGS + question)
    rows_to(wave / "two.csv", [HEAD, *ROWS])
    assert freetext("code", "two.csv", cwd=wave).code == 0
    rows_to(wave / "two.csv", [[*HEAD, "how"], *([*row, "more staff"] for row in ROWS)])
    done = freetext("code", "two.csv", cwd=wave)
    assert said(done) == "- coded before: 6 answers kept (0 of people), 6 new, 0 changed, 0 gone"
    assert cells(wave, "output/two-coded.xlsx")["1"][f"{THEMES}:how"] == "staff"


def test_dry_run_tells_and_writes_nothing(again, wave, listing):
    """--dry-run says what would be kept and coded, and leaves every file as it was."""
    (wave / "wave.csv").write_text("id,region,why\n1,n,we need more money\n9,n,staff\n")
    before = listing(wave)
    done = again(None, "--dry-run")
    assert said(done) == "- coded before: 1 answer kept (0 of people), 1 new, 0 changed, 5 gone"
    assert listing(wave) == before


def test_a_file_that_cannot_be_written_stays(freetext, wave, listing, rows_to):
    """Where the folder may not be written to, the old file and its notes stay as they were."""
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    rows_to(wave / "wave.csv", [HEAD, *ROWS, *MORE])
    before = listing(wave)
    (wave / "output").chmod(0o500)
    done = freetext("code", "wave.csv", cwd=wave)
    (wave / "output").chmod(0o700)
    assert done.code == 2
    assert listing(wave) == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked process")
def test_a_kill_at_any_moment_loses_nothing(freetext, wave, rows_to):
    """Killed at any moment, the coded file is the old or the new one, whole, and the next run mends what is missing."""
    edit(wave, "1", **{THEMES: "other"})
    rows_to(wave / "wave.csv", [HEAD, *ROWS, *MORE])
    dice = random.Random(3)
    for _ in range(12):
        old = (wave / TARGET).read_bytes()
        child = multiprocessing.get_context("fork").Process(
            target=freetext, args=("code", "wave.csv", "--quiet"), kwargs={"cwd": wave}
        )
        child.start()
        time.sleep(dice.uniform(0.0, 0.25))
        child.kill()
        child.join()
        found = cells(wave)
        assert (wave / TARGET).read_bytes() == old or len(found) == 8
        assert found["1"][THEMES] == "other"
    done = freetext("code", "wave.csv", cwd=wave)
    assert done.code == 0, done.err
    found = cells(wave)
    assert (len(found), found["1"][SOURCE], found["8"][THEMES]) == (8, "other=human", "staff")
    assert "earlier model" not in freetext("code", "wave.csv", "--force", cwd=wave).err
