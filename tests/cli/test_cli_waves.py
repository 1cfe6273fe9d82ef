"""`freetext waves`, and what the other commands make of a survey of two waves whose ids begin anew."""

import json
import shutil

import pytest

CODEFRAME = 'name = "f"\n[[theme]]\nslug = "money"\n[[theme]]\nslug = "staff"\n'
TOML = (
    '[survey]\nname = "s"\nid = "id"\nkey = "k"\nfile = "one.csv"  # the first\ncodeframe = "codeframe.toml"\n'
    '[[question]]\nname = "why"\nkind = "open"\ncolumn = "why"\n'
    '[[question]]\nname = "ward"\nkind = "closed"\ncolumn = "ward"\n'
)


def rows(wave, count=24):
    """A wave's file: money in every second answer of wave one, in every third of wave two; staff in the others."""
    every = 2 if wave == "one" else 3
    said = (f"more money {wave} {n}" if n % every == 0 else f"kind staff {wave} {n}" for n in range(1, count + 1))
    return [["id", "ward", "why"], *([str(n), "north" if n % 4 else "south", text] for n, text in enumerate(said, 1))]


def labels(wave, count=16):
    """A table of labels on a wave's first answers."""
    told = rows(wave)[1 : count + 1]
    return [["id", "themes"], *([each, "money" if "money" in text else "staff"] for each, _, text in told)]


@pytest.fixture(scope="session", name="two_waves")
def _two_waves(freetext, rows_to, tmp_path_factory):
    """A project whose two waves were labelled, learnt from and coded; not to be written to."""
    folder = tmp_path_factory.mktemp("waves")
    (folder / "freetext.toml").write_text(TOML, encoding="utf-8")
    (folder / "codeframe.toml").write_text(CODEFRAME, encoding="utf-8")
    for wave in ("one", "two"):
        rows_to(folder / f"{wave}.csv", rows(wave))
        rows_to(folder / f"labels-{wave}.csv", labels(wave))
    wanted = ("--coder", "ada", "--labels", "themes")
    for words in (
        ("labels", "import", "labels-one.csv", *wanted),
        ("train", "--no-advice"),
        ("code",),
        ("waves", "add", "two.csv"),
        ("labels", "import", "labels-two.csv", *wanted),
        ("labels", "import", "labels-two.csv", "--coder", "ben", "--labels", "themes"),
        ("train", "--no-advice"),
        ("code",),
    ):
        done = freetext(*words, cwd=folder)
        assert done.code == 0, (words, done.err)
    return folder


@pytest.fixture(name="worked")
def _worked(two_waves, tmp_path):
    """A copy of the project, to work in."""
    shutil.copytree(two_waves, tmp_path / "worked")
    return tmp_path / "worked"


def test_alone_it_lists_the_waves(freetext, two_waves):
    """The oldest first, the present one marked, each with its own labels and coded file."""
    done = freetext("waves", cwd=two_waves)
    assert (done.code, done.err) == (0, "")
    assert [line.split()[:6] for line in done.out.splitlines()[1:]] == [
        ["one.csv", "24", "0", "16", "0", "one-coded.xlsx"],
        ["two.csv", "*", "24", "0", "16", "0"],
    ]
    found = json.loads(freetext("waves", "list", "--json", "--project", two_waves).out)["waves"]
    assert [(each["name"], each["present"], each["labelled"]) for each in found] == [
        ("one", False, 16),
        ("two", True, 16),
    ]
    current = (two_waves / "models" / "f" / "CURRENT").read_text(encoding="utf-8").strip()
    assert found[1]["models"] == [current] != found[0]["models"]


def test_the_comment_behind_the_file_stays(two_waves):
    """Two lines of freetext.toml are edited, no other."""
    said = (two_waves / "freetext.toml").read_text(encoding="utf-8")
    assert said == TOML.replace(
        'file = "one.csv"  # the first\n', 'file = "two.csv"  # the first\nearlier = ["one.csv"]\n'
    )


def test_a_dry_run_adds_nothing(freetext, worked, rows_to):
    """What differs is said, nothing is written."""
    rows_to(worked / "three.csv", [["id", "why", "new"], ["1", "x", "y"]])
    before = (worked / "freetext.toml").read_bytes()
    done = freetext("waves", "add", "three.csv", "--dry-run", cwd=worked)
    assert done.code == 0
    assert "- new columns, which the wave before did not have: new" in done.err
    assert "ward: not asked" in done.err
    assert (worked / "freetext.toml").read_bytes() == before


def test_outside_a_project_and_without_a_file(freetext, tmp_path):
    """It is said what is missing; a survey that names no file has no wave, which is exit code 1."""
    assert freetext("waves", cwd=tmp_path).code == 2
    (tmp_path / "freetext.toml").write_text("[survey]\n", encoding="utf-8")
    done = freetext("waves", cwd=tmp_path)
    assert (done.code, "freetext waves add" in done.line) == (1, True)


def test_train_learns_from_all_waves(freetext, two_waves):
    """Labels on both files teach, which is said wave by wave; a file that is named teaches alone."""
    done = freetext("train", "--dry-run", cwd=two_waves)
    assert "one.csv: 16 labelled answers" in done.err
    assert "two.csv: 16 labelled answers" in done.err
    assert "learning 2 themes of 'f' from 32 answers" in done.err
    assert "not used" not in done.err
    alone = freetext("train", "two.csv", "--dry-run", cwd=two_waves)
    assert "learning 2 themes of 'f' from 16 answers" in alone.err


def test_labels_without_a_hash_are_said_to_be_the_oldest_waves(freetext, worked):
    """They teach about wave one, and train says so."""
    event = {"id": "20", "question": "why", "themes": ["money"], "coder": "cleo", "time": "2026-01-01T00:00:00Z"}
    (worked / "data" / "annotated" / "cleo.jsonl").write_text(
        json.dumps({**event, "source": "import"}) + "\n", encoding="utf-8"
    )
    done = freetext("train", "--dry-run", cwd=worked)
    assert "- 1 label carries no hash of its text and is taken to be about one.csv, the oldest wave" in done.err
    assert "one.csv: 17 labelled answers" in done.err


def test_status_tells_both(freetext, two_waves):
    """The present wave has its lines, the earlier one stands behind them; the model has no label that is new to it."""
    lines = freetext("status", cwd=two_waves).out.splitlines()
    assert lines[1] == "answers   two.csv: 24 rows, 24 answers, 0 of them blank; 1 earlier wave"
    assert lines[2] == "labels    16 answers labelled by ada, ben; 16 on earlier waves"
    assert lines[4].endswith("learnt from 32 answers")
    now = json.loads(freetext("status", "--json", cwd=two_waves).out)
    assert now["earlier"] == {"files": ["one.csv"], "labelled": 16, "disputed": 0, "faults": [], "again": 0}
    assert now["coded"]["path"] == "two-coded.xlsx"


def test_a_file_that_is_gone_is_named(freetext, worked):
    """`status` makes it the next step, `train` refuses with the file's name and what mends it; the list goes on."""
    (worked / "one.csv").unlink()
    assert "put one.csv back, or take it out of `earlier`" in freetext("status", cwd=worked).out
    done = freetext("train", cwd=worked)
    assert (done.code, "one.csv: no such file, and it is an earlier wave. Put it back" in done.line) == (2, True)
    listed = freetext("waves", cwd=worked)
    assert (listed.code, "one.csv cannot be read" in listed.out) == (0, True)


def test_stats_and_check_tell_the_waves_apart(freetext, two_waves):
    """32 answers are decided, none is in dispute, though each id was coded in both waves."""
    stats = json.loads(freetext("labels", "stats", "--json", cwd=two_waves).out)
    assert [(each["coder"], each["decisions"]) for each in stats["coders"]] == [("ada", 32), ("ben", 16)]
    assert (stats["codeframes"][0]["answers"], stats["codeframes"][0]["disputed"]) == (32, 0)
    done = freetext("labels", "check", "--most", "0", cwd=two_waves)
    assert (done.code, done.out) == (0, "All is well: 48 decisions on 32 answers.\n")


def test_export_and_import_know_both(freetext, worked, rows_in):
    """Every decision is exported; what was imported once is not written again."""
    done = freetext("labels", "export", "--coder", "ada", "--form", "joined", cwd=worked)
    assert len(rows_in(done.out)) == 33
    again = freetext(
        *("labels", "import", "labels-one.csv", "--file", "one.csv", "--coder", "ada", "--labels", "themes"), cwd=worked
    )
    assert "0 decisions added, 16 stood there already" in again.err


def test_agreement_is_over_all_waves(freetext, two_waves):
    """Coders are compared on what both decided, in whichever wave."""
    done = freetext("agreement", "--json", cwd=two_waves)
    assert done.code == 0, done.err
    assert "- coders are compared on 2 waves, the model on two.csv alone" in done.err
    assert '"n": 16' in done.out or '"answers": 16' in done.out


def test_search_finds_in_all_waves(freetext, two_waves, tmp_path, rows_in):
    """The present wave's answers come first; JSON and tables say of which wave each is."""
    done = freetext("search", "money", "--limit", "9", cwd=two_waves)
    assert "20 answers found; the first 9 are shown" in done.err
    assert [line.split()[0] for line in done.out.splitlines()[::2]] == ["two"] * 8 + ["one"]
    freetext("search", "money", "-o", tmp_path / "found.csv", cwd=two_waves)
    found = rows_in(tmp_path / "found.csv")
    assert (found[0][-1], {row[-1] for row in found[1:]}) == ("wave", {"one", "two"})
    assert "wave" not in freetext("search", "money", "one.csv", "--json", cwd=two_waves).out
    ben = json.loads(freetext("search", "--coder", "ben", "--json", cwd=two_waves).out)
    assert {each["wave"] for each in ben["answers"]} == {"two"}


def test_what_no_wave_has_is_refused(freetext, two_waves):
    """A coder who decided in no wave is unknown; words that no wave has are not found."""
    assert freetext("search", "--coder", "nobody", cwd=two_waves).code == 2
    done = freetext("search", "zebra", cwd=two_waves)
    assert (done.code, "nothing found among 48 answers" in done.line) == (1, True)


def test_explain_tells_each_answer_of_an_id(freetext, two_waves):
    """The answers of both waves are explained; the other text's decision does not count."""
    found = json.loads(freetext("explain", "3", "--json", cwd=two_waves).out)["answers"]
    assert [(each["wave"], each["text"]) for each in found] == [
        ("two", "more money two 3"),
        ("one", "kind staff one 3"),
    ]
    assert [event["unused"] for event in found[1]["history"]] == ["", "about another text", "about another text"]
    assert freetext("explain", "99", cwd=two_waves).code == 2


@pytest.fixture(name="panel")
def _panel(worked, rows_to):
    """The new wave has the words of the old one under the ids 2 and 20, as a panel has; ada has decided on 2 in the old wave alone."""
    told = rows("two")
    for place in (2, 20):
        told[place][2] = f"more money one {place}"
    rows_to(worked / "two.csv", told)
    (worked / "data" / "annotated" / "ben.jsonl").unlink()
    log = worked / "data" / "annotated" / "ada.jsonl"
    kept = [line for line in log.read_text(encoding="utf-8").splitlines(keepends=True) if '"wave": "one"' in line]
    log.write_text("".join(kept), encoding="utf-8")
    return worked


def labelled(freetext, folder):
    """The answers that are decided, wave by wave."""
    return [each["labelled"] for each in json.loads(freetext("waves", "list", "--json", cwd=folder).out)["waves"]]


def test_decisions_on_the_new_wave_leave_the_old_wave_as_it_was(freetext, panel):
    """Where both have the same words under an id, what is decided in the new one moves no figure of the old one, nor its audit."""
    assert labelled(freetext, panel) == [16, 0]
    before = freetext("tally", "output/one-coded.xlsx", "--json", cwd=panel).out
    done = freetext("review", "--plain", "--batch", "24", "--coder", "ada", cwd=panel, stdin=b"2\n\n" * 24 + b"q\n")
    assert "24 answers decided" in done.err, done.err
    assert labelled(freetext, panel) == [16, 24]
    assert freetext("tally", "output/one-coded.xlsx", "--json", cwd=panel).out == before
    stats = json.loads(freetext("labels", "stats", "--json", cwd=panel).out)
    assert stats["codeframes"][0]["answers"] == 40
    check = freetext("labels", "check", "--most", "0", cwd=panel)
    assert check.out == "All is well: 40 decisions on 40 answers.\n"
    assert "40 answers found" in freetext("search", "--coder", "ada", "--limit", "1", cwd=panel).err


def test_explain_says_which_wave_a_decision_is_about(freetext, panel):
    """The same words under the same id: the old wave's decision is shown with both, and counts for one."""
    found = json.loads(freetext("explain", "2", "--json", cwd=panel).out)["answers"]
    assert [[event["unused"] for event in each["history"]] for each in found] == [["about another wave"], [""]]


def test_a_table_of_labels_on_the_new_wave_is_taken_whole(freetext, panel, rows_to):
    """That the old wave's answer of these words was decided alike is no reason to leave the new one's out."""
    rows_to(panel / "more.csv", [["id", "themes"], ["2", "money"], ["3", "money"]])
    done = freetext("labels", "import", "more.csv", "--coder", "ada", "--labels", "themes", cwd=panel)
    assert "2 decisions added, 0 stood there already" in done.err
    assert labelled(freetext, panel) == [16, 2]


def weighted(folder, wave, rows_to):
    """Give the survey weights, which stand in one wave's file."""
    path = folder / "freetext.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('id = "id"\n', 'id = "id"\nweight = "weight"\n'), "utf-8")
    told = rows(wave)
    rows_to(folder / f"{wave}.csv", [[*told[0], "weight"], *([*row, "1.5"] for row in told[1:])])


def test_a_survey_may_be_weighted_from_one_wave_on(freetext, worked, rows_to):
    """An earlier wave without the column of weights counts every answer once, which report, compare and tally say."""
    weighted(worked, "two", rows_to)
    assert freetext("code", cwd=worked).code == 0
    said = (
        "one-coded.xlsx: no column 'weight' (weight in freetext.toml), and it is an earlier wave: every answer weighs 1"
    )
    few = 1  # 24 answers: the verdict is that people read them
    for words, code in ((("report", "-o", "r"), 0), (("compare",), few), (("tally", "output/one-coded.xlsx"), 0)):
        done = freetext(*words, cwd=worked)
        assert done.code == code, done.err
        assert said in " ".join((done.err + done.out).split()), words
    asked = freetext("tally", "output/one-coded.xlsx", "--weight", "weight", cwd=worked)
    assert (asked.code, "no column 'weight' (--weight)" in asked.line) == (2, True)


def test_the_present_wave_must_have_the_weights(freetext, worked, rows_to):
    """A column that freetext.toml names and the present wave lacks is refused, with the key that names it."""
    weighted(worked, "one", rows_to)
    done = freetext("tally", "output/two-coded.xlsx", cwd=worked)
    assert (done.code, "two-coded.xlsx: no column 'weight' (weight in freetext.toml)" in done.line) == (2, True)


def test_a_report_shows_the_trend(freetext, worked):
    """The present wave's coded file is taken, the earlier one's beside it; both can be told otherwise."""
    done = freetext("report", "-o", "r", cwd=worked)
    assert done.code == 0, done.err
    assert "earlier waves: " in done.err
    record = json.loads((worked / "r" / "provenance.json").read_text(encoding="utf-8"))
    assert "one-coded.xlsx" in json.dumps(record)
    assert freetext("verify", "r", cwd=worked).code == 0
    bare = freetext("report", "-o", "bare", "--wave", "none", cwd=worked)
    assert "earlier waves" not in bare.err
    assert "one-coded.xlsx" not in (worked / "bare" / "provenance.json").read_text(encoding="utf-8")
    first = freetext("report", "output/one-coded.xlsx", "-o", "first", cwd=worked)
    assert "earlier waves" not in first.err


def test_each_wave_is_tallied_with_its_own_labels(freetext, worked, rows_in):
    """People's decisions on one wave never stand in the other's coded file or table."""
    for wave in ("one", "two"):
        done = freetext("code", f"{wave}.csv", "-o", f"{wave}.csv.csv", cwd=worked)
        assert done.code == 0, done.err
        source = [row[-1] for row in rows_in(worked / f"{wave}.csv.csv")[1:]]
        assert sum("=human" in cell for cell in source) == 16
        table = freetext("tally", f"output/{wave}-coded.xlsx", cwd=worked).out
        assert "Coded by people" in table
        assert next(line for line in table.splitlines() if line.startswith("Coded by people")).split()[-1] == "16"
