"""`freetext code --recode`, and `freetext_model`: which model coded which answer of a file that several have coded."""

import json
import shutil

import pyarrow.parquet as pq
import pytest
from tests.cli.two_themes import SAID, learn, log

from freetext.cli import code_streamed
from freetext.files.labelling.labels import text_hash

HEAD = ["id", "region", "why"]
ROWS = [[str(place), region, said] for place, (region, said) in enumerate(zip("nnssns", SAID, strict=True), 1)]
MORE = [["7", "n", "more money please"], ["8", "s", "lovely staff"]]
THEMES, SOURCE, MODEL = "freetext_themes", "freetext_source", "freetext_model"
TARGET = "output/wave-coded.csv"


def current(folder):
    """The model in force, as the column names it."""
    return "frame@" + (folder / "models" / "frame" / "CURRENT").read_text().strip()[:8]


@pytest.fixture(scope="module", name="learnt")
def _learnt(tmp_path_factory, freetext, rows_to):
    """A survey whose file was coded by one model, and has another in force since; not to be written to."""
    folder = tmp_path_factory.mktemp("recode")
    rows_to(folder / "survey.csv", [HEAD, *ROWS])
    learn(folder, ROWS, freetext)
    shutil.rmtree(folder / "data")
    rows_to(folder / "wave.csv", [HEAD, *ROWS])
    (folder / "output").mkdir()
    assert freetext("code", "wave.csv", "-o", TARGET, cwd=folder).code == 0
    (folder / "first").write_text(current(folder))
    for row in ROWS[:3]:
        log(folder, row[0], ["other"] if row[0] == "2" else ["money"])
    assert freetext("train", "--force", cwd=folder).code == 0
    shutil.rmtree(folder / "data")
    return folder


@pytest.fixture(name="wave")
def _wave(learnt, tmp_path):
    """A copy of the survey, to work in."""
    shutil.copytree(learnt, tmp_path / "p")
    return tmp_path / "p"


@pytest.fixture(name="again")
def _again(freetext, wave, rows_to):
    """Code the wave again, with other rows if some are given."""

    def again(rows=ROWS, *argv):
        rows_to(wave / "wave.csv", [HEAD, *rows])
        done = freetext("code", "wave.csv", "-o", TARGET, *argv, cwd=wave)
        assert done.code == 0, done.err
        return done

    return again


@pytest.fixture(name="cells")
def _cells(wave, rows_in):
    """The coded file's rows by id."""

    def cells(name=TARGET):
        head, *rows = rows_in(wave / name)
        return {row[0]: dict(zip(head, row, strict=True)) for row in rows}

    return cells


def test_one_model_needs_no_column(again, cells):
    """A file that one model coded does not say which, also where it is coded again."""
    assert MODEL not in cells()["1"]
    again()
    assert MODEL not in cells()["1"]


def test_a_grown_file_codes_new_rows_and_says_which_model_coded_which(again, cells, wave):
    """What was coded before stays; new rows are counted and coded by the model of now; behind freetext_source stands which one."""
    before = cells()
    done = again([*ROWS, *MORE])
    assert "coded before: 6 answers kept (0 of people), 2 new" in done.err
    assert "2 answers" in next(line for line in done.err.splitlines() if line.startswith("model frame"))
    found = cells()
    first = (wave / "first").read_text()
    assert {name: row[MODEL] for name, row in found.items()} == {
        **dict.fromkeys("12356", first), "4": "", "7": current(wave), "8": current(wave),
    }  # fmt: skip
    assert {name: row[THEMES] for name, row in found.items() if name in before} == {
        name: row[THEMES] for name, row in before.items()
    }
    assert list(found["1"]).index(MODEL) == list(found["1"]).index(SOURCE) + 1


def test_recode_codes_anew_and_the_column_stays(again, cells, wave):
    """--recode codes all by the model of now, needs no --force, and a column that was there goes on to be there."""
    again([*ROWS, *MORE])
    done = again([*ROWS, *MORE], "--recode")
    assert "8 coded anew" in done.err
    assert {row[MODEL] for row in cells().values()} == {"", current(wave)}
    assert "earlier model" not in again([*ROWS, *MORE]).err
    assert {row[MODEL] for row in cells().values()} == {"", current(wave)}


def test_recode_never_touches_what_people_decided(again, cells, wave):
    """A person's codes stand under --recode, have no model, and are not waited for by `status` afterwards."""
    text = (
        (wave / TARGET)
        .read_text(encoding="utf-8-sig")
        .replace("1,n,we need more money,money", "1,n,we need more money,other")
    )
    (wave / TARGET).write_text(text, encoding="utf-8-sig")
    again([*ROWS, *MORE])
    done = again([*ROWS, *MORE], "--recode")
    assert "coded before: 1 answer kept (1 of people), 0 new, 0 changed, 0 gone, 7 coded anew" in done.err
    assert (cells()["1"][SOURCE], cells()["1"][MODEL]) == ("other=human", "")


def test_recode_loses_no_column(freetext, wave, cells):
    """A column that somebody added is dropped by --force alone: --recode is about codes."""
    lines = (wave / TARGET).read_text(encoding="utf-8-sig").splitlines()
    (wave / TARGET).write_text(
        "\n".join([lines[0] + ",mine", *(f"{line},x" for line in lines[1:])]), encoding="utf-8-sig"
    )
    done = freetext("code", "wave.csv", "-o", TARGET, "--recode", cwd=wave)
    assert (done.code, "they would be lost: mine. --force drops them" in done.line) == (2, True)
    assert cells()["1"]["mine"] == "x"


def test_after_a_recode_nothing_is_left_to_do(freetext, wave, rows_to):
    """`status` and `waves` name the model of now alone once all is coded anew, whatever labels stand on the answers."""
    rows_to(wave / "survey.csv", [HEAD, *ROWS])
    log(wave, "1", ["other"])
    assert freetext("code", "-o", "output/survey-coded.csv", cwd=wave).code == 0
    for row in ROWS[:3]:
        log(wave, row[0], ["staff"], time="2030-01-01T00:00:00Z")
    assert freetext("train", "--force", cwd=wave).code == 0
    assert json.loads(freetext("status", "--json", cwd=wave).out)["next"]["command"] == "freetext code --recode"
    assert freetext("code", "-o", "output/survey-coded.csv", "--recode", cwd=wave).code == 0
    assert json.loads(freetext("status", "--json", cwd=wave).out)["next"]["command"] != "freetext code --recode"
    notes = json.loads((wave / "output" / ".coded" / "survey-coded.csv.json").read_text(encoding="utf-8"))
    assert [each[:8] for each in notes["models"] if each] == [current(wave).partition("@")[2]]


def test_without_notes_the_file_itself_says_who_coded(again, cells, wave):
    """Where the notes are lost the column is believed; where it is not there either, what stood has an unknown model."""
    notes = wave / "output" / ".coded" / "wave-coded.csv.json"
    again([*ROWS, MORE[0]])
    notes.unlink()
    again([*ROWS, *MORE])
    assert cells()["1"][MODEL] == (wave / "first").read_text()
    assert cells()["7"][MODEL] == current(wave)


def test_an_unknown_model_is_called_so(again, cells, wave):
    """Codes of which nobody knows the model are `unknown` beside those of a model that is known."""
    (wave / "output" / ".coded" / "wave-coded.csv.json").unlink()
    again([*ROWS, *MORE])
    assert (cells()["1"][MODEL], cells()["7"][MODEL]) == ("unknown", current(wave))


def test_tally_and_report_say_which_model_coded_how_many(again, wave, freetext):
    """Below the table, in the methods and in the provenance stands how many answers each model coded."""
    again([*ROWS, *MORE])
    first = (wave / "first").read_text()
    done = freetext("tally", TARGET, "--markdown", cwd=wave)
    shown = freetext("tally", TARGET, cwd=wave).out if done.code else done.out
    told = f"Coded by several models: {', '.join(sorted([f'{first} (5 answers)', f'{current(wave)} (2 answers)']))}."
    assert told.replace(" ", "") in shown.replace("\n", "").replace(" ", "")
    assert freetext("report", TARGET, "-o", "r", "--wave", TARGET, cwd=wave).code == 0
    text = (wave / "r" / "report.md").read_text(encoding="utf-8")
    assert "Which model coded how many answers: " in text
    facts = json.loads((wave / "r" / "provenance.json").read_text(encoding="utf-8"))["said"]["facts"]
    assert [value for name, value in facts.items() if name.endswith(f"coded by {first}")] == ["5 answers"] * 2


def test_ours_everywhere(again, wave, freetext, rows_in):
    """The column is ours: a coded file is refused as input and replaced with --force, and an export carries it behind the ticks."""
    again([*ROWS, *MORE])
    done = freetext("code", TARGET, "-o", "x.csv", cwd=wave)
    assert (done.code, "is coded already" in done.line) == (2, True)
    assert freetext("code", TARGET, "-o", "x.csv", "--force", cwd=wave).code == 0
    assert MODEL not in rows_in(wave / "x.csv")[0]
    assert freetext("export", TARGET, "-o", "x.sav", cwd=wave).code == 0
    pyreadstat = pytest.importorskip("pyreadstat")
    names = pyreadstat.read_sav(wave / "x.sav")[0].columns
    assert [name for name in names if "model" in name] == ["why_model"]


@pytest.fixture(name="large")
def _large(monkeypatch, wave, freetext, rows_to):
    """The wave is taken for a large file, and was coded as one by the first model."""
    monkeypatch.setattr(code_streamed, "ROWS", 3)
    (wave / TARGET).unlink()
    rows_to(wave / "wave.csv", [HEAD, *ROWS])
    first = (wave / "first").read_text().partition("@")[2]
    model = next((wave / "models" / "frame").glob(f"{first}*"))
    assert freetext("code", "wave.csv", "-o", TARGET, "--model", model, cwd=wave).code == 0
    return wave


def by_hand(wave, answer, themes):
    """Write other themes into the coded file, as somebody does with an editor."""
    lines = (wave / TARGET).read_text(encoding="utf-8-sig").splitlines()
    cells = [line.split(",") for line in lines]
    for row in cells:
        row[3] = themes if row[0] == answer else row[3]
    (wave / TARGET).write_text("".join(f"{','.join(row)}\n" for row in cells), encoding="utf-8-sig")


def test_a_large_file_that_has_grown_codes_new_rows_only(large, again, cells):
    """Rows of a large file that stand where they stood keep codes and model; those behind them are coded, and how many is said."""
    before = cells()
    done = again([*ROWS, *MORE])
    assert "coded before: 6 answers kept (0 of people), 2 new, 0 changed, 0 gone" in done.err
    assert "5 answers kept codes of an earlier model; --recode codes them anew" in done.err
    found = cells()
    assert {name: found[name] for name in before} == before
    assert {found[name][MODEL] for name in "78"} == {current(large)}
    assert (found["7"][THEMES], found["4"][SOURCE], found["4"][MODEL]) == ("money", "blank", "")
    once = (large / TARGET).read_bytes()
    again([*ROWS, *MORE])
    assert (large / TARGET).read_bytes() == once


def test_a_large_file_is_recoded_but_for_people(large, again, cells):
    """--recode codes a large file anew by the model of now; codes that somebody wrote into it, and labels, stand."""
    by_hand(large, "1", "other")
    log(large, "2", ["money"], text_hash=text_hash("k", SAID[1]))
    done = again([*ROWS, *MORE], "--recode")
    assert "1 answer kept (1 of people), 2 new" in done.err
    found = cells()
    assert (found["1"][SOURCE], found["1"][MODEL]) == ("other=human", "")
    assert (found["2"][SOURCE], found["2"][MODEL]) == ("money=human", "")
    assert {found[name][MODEL] for name in "35678"} == {current(large)}


def test_a_changed_row_of_a_large_file_is_coded_and_no_code_of_a_person_is_lost(large, again, cells):
    """Another text is coded anew; codes of a row that is gone are put by without its text, and come back with it."""
    assert "0 new, 1 changed, 0 gone" in again([["1", "n", "the staff were kind"], *ROWS[1:]]).err
    assert (cells()["1"]["why"], cells()["1"][MODEL]) == ("the staff were kind", current(large))
    by_hand(large, "6", "other")
    assert "1 answer coded by people gone or changed: the codes are kept" in again(ROWS[:5]).err
    kept = (large / "output" / ".coded" / "wave-coded.csv.json").read_text(encoding="utf-8")
    assert ("other=human" in kept, "kind" in kept) == (True, False)
    assert "1 answer back again, with the codes that people gave" in again().err
    assert (cells()["6"][SOURCE], cells()["6"][MODEL]) == ("other=human", "")


@pytest.mark.parametrize("argv", [(), ("--recode",), ("--force",)])
def test_what_people_coded_in_a_large_file_follows_its_answer(large, again, cells, argv):
    """Rows put in between, or in another order, take nobody's code away, whatever is coded anew."""
    by_hand(large, "6", "other")
    again([MORE[0], *ROWS[::-1]], *argv)
    assert (cells()["6"][SOURCE], cells()["6"][MODEL], list(cells())) == ("other=human", "", list("7654321"))


def test_a_correction_in_a_large_file_outlives_older_labels_only(large, again, cells):
    """As in a small file: what somebody changed in it stands before labels that were known when it was written, and gives way to later ones."""
    log(large, "1", ["staff"], text_hash=text_hash("k", SAID[0]))
    again()
    assert cells()["1"][SOURCE] == "staff=human"
    by_hand(large, "1", "other")
    for argv in ((), (), ("--recode",), ("--force",)):
        again(ROWS, *argv)
        assert cells()["1"][SOURCE] == "other=human"
    log(large, "1", ["money"], coder="ben", text_hash=text_hash("k", SAID[0]), source="adjudicated")
    assert "1 answer overruled by labels made since" in again().err
    assert cells()["1"][SOURCE] == "money=human"


def test_a_label_taken_back_gives_way_in_a_large_file(large, again, cells):
    """Where the coder took a label back the model decides again, and a lost log takes nothing away."""
    log(large, "1", ["other"], text_hash=text_hash("k", SAID[0]))
    log(large, "2", ["other"], coder="ben", text_hash=text_hash("k", SAID[1]))
    again()
    (large / "data" / "annotated" / "ada.jsonl").unlink()
    log(large, "2", [], coder="ben", event="undo", text_hash=text_hash("k", SAID[1]))
    again()
    assert (cells()["1"][SOURCE], cells()["2"][MODEL]) == ("other=human", current(large))


def test_a_file_that_grows_large_keeps_its_models_and_corrections(wave, again, cells, monkeypatch):
    """The notes of a small file are read when it has become a large one: model and corrections stand, and the model is named."""
    log(wave, "1", ["staff"], text_hash=text_hash("k", SAID[0]))
    again()
    by_hand(wave, "1", "other")
    monkeypatch.setattr(code_streamed, "ROWS", 3)
    again([*ROWS, *MORE])
    found = cells()
    assert (found["1"][SOURCE], found["7"][MODEL]) == ("other=human", current(wave))
    assert {found[name][MODEL] for name in "2356"} == {(wave / "first").read_text()}


def test_columns_of_a_large_file_are_lost_by_force_alone_and_codes_of_people_never(
    large, again, freetext, rows_to, cells
):
    """What somebody added is dropped with --force only; where nothing can keep people's codes the file is refused all the same."""
    by_hand(large, "1", "other")
    lines = (large / TARGET).read_text(encoding="utf-8-sig").splitlines()
    (large / TARGET).write_text("".join(f"{line},x\n" for line in lines), encoding="utf-8-sig")
    refused = freetext("code", "wave.csv", "-o", TARGET, cwd=large)
    assert (refused.code, "they would be lost: x. --force" in refused.line) == (2, True)
    again(ROWS, "--force")
    assert ("x" in cells()["1"], cells()["1"][SOURCE]) == (False, "other=human")
    rows_to(large / "wave.csv", [["name", "region", "why"], *ROWS])
    for argv in ((), ("--force",)):
        refused = freetext("code", "wave.csv", "--id", "name", "-o", TARGET, *argv, cwd=large)
        assert (refused.code, "holds codes that people gave (freetext_source)" in refused.line) == (2, True)


def test_without_ids_a_large_file_that_would_lose_a_persons_code_is_refused(large, again, freetext, rows_to):
    """Where only its place names an answer, codes of one that moves cannot follow it: the file stays as it is, under --force too."""
    (large / "freetext.toml").write_text((large / "freetext.toml").read_text().replace('id = "id"\n', ""))
    again()
    by_hand(large, "6", "other")
    before = (large / TARGET).read_bytes()
    rows_to(large / "wave.csv", [HEAD, *ROWS[:5]])
    for argv in ((), ("--force",)):
        done = freetext("code", "wave.csv", "-o", TARGET, *argv, cwd=large)
        assert (done.code, "holds 1 answer that people coded" in done.line) == (2, True)
        assert (large / TARGET).read_bytes() == before


def test_a_long_large_file_is_not_replaced_where_codes_were_changed_in_it(large, freetext):
    """A long file is coded as a whole, which --force allows as long as nobody wrote codes into the coded file that stand nowhere else."""
    argv = ("code", "wave.csv", "--question", "region", "--model", "models/frame", "-o", TARGET)
    assert freetext(*argv, "--force", cwd=large).code == 0
    by_hand(large, "6", "other")
    before = (large / TARGET).read_bytes()
    refused = freetext(*argv, "--force", cwd=large)
    assert (refused.code, "holds codes that people gave (freetext_source)" in refused.line) == (2, True)
    assert (large / TARGET).read_bytes() == before


def test_a_large_file_of_parquet_and_scores(large, freetext, again, rows_in):
    """Parquet grows as text does, types and all; a file with scores and evidence goes on to have them."""
    name = "output/wave-coded.parquet"
    assert freetext("code", "wave.csv", "-o", name, "--scores", "--evidence", cwd=large).code == 0
    once = pq.read_table(large / name)
    rows = (large / "wave.csv").read_text()
    (large / "wave.csv").write_text(rows + ",".join(MORE[0]) + "\n")
    done = freetext("code", "wave.csv", "-o", name, cwd=large)
    assert (done.code, "6 answers kept (0 of people), 1 new" in done.err) == (0, True), done.err
    grown = pq.read_table(large / name)
    assert grown.schema.equals(once.schema)
    assert grown.slice(0, 6).equals(once)
    assert grown.column("freetext_score:money")[6].as_py() > 0
