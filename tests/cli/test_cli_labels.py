"""`freetext labels`: import, export, check, stats."""

import json
import re
from pathlib import Path

import pytest

from freetext.cli.labels import app
from freetext.files.labelling.labels import append_labels, read_labels
from freetext.files.labelling.locks import coder_lock
from freetext.survey.labels import Label, settle

SETTINGS = """
[survey]
file = "survey.csv"
id = "id"
codeframe = "codeframe.toml"
key = "secret"
drop = ["mail"]

[[question]]
name = "why"
kind = "open"
column = "why_text"

[[question]]
name = "how"
kind = "open"
column = "how_text"
"""
CODEFRAME = 'name = "trip"\n' + "".join(
    f'[[theme]]\nslug = "{slug}"\nname = "{slug.title()}"\n' for slug in ("money", "time", "road")
)
SURVEY = [
    ["id", "mail", "why_text", "how_text"],
    ["1", "x@y", "too dear", "the motorway"],
    ["2", "x@y", "no time", "the lane"],
    ["=3", "x@y", "dear and slow", ""],
]
DOCS = Path(__file__).resolve().parents[2] / "docs" / "labels.md"


@pytest.fixture(name="trip")
def _trip(tmp_path, rows_to):
    """A survey folder with two open questions and no label yet."""
    (tmp_path / "freetext.toml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "codeframe.toml").write_text(CODEFRAME, encoding="utf-8")
    rows_to(tmp_path / "survey.csv", SURVEY)
    return tmp_path


@pytest.fixture(name="labels")
def _labels(freetext, trip):
    """`freetext labels` in that folder."""
    return lambda *argv: freetext("labels", *argv, cwd=trip)


def wide(rows_to, folder, *rows, head=("id", "why_codes", "how_codes")):
    return rows_to(folder / "coded.csv", [list(head), *map(list, rows)])


WIDE = ("coded.csv", "--text", "why_text", "--labels", "why_codes", "--text", "how_text", "--labels", "how_codes")


def settled_in(folder):
    return {key: set(each.themes) for key, each in settle(read_labels(folder / "data" / "annotated").labels).items()}


def test_labels_come_in_once(labels, trip, rows_to):
    """An import writes the coder's log, says how many labels it took, and a second time takes none."""
    wide(rows_to, trip, ["1", "Money", "3"], ["2", "time; money", ""], ["=3", "", ""])
    done = labels("import", *WIDE, "--coder", "ada")
    assert done.code == 0, done.err
    assert "ada.jsonl: 3 decisions added, 0 stood there already, 3 without a label passed over" in done.line
    assert settled_in(trip) == {("1", "why"): {"money"}, ("1", "how"): {"road"}, ("2", "why"): {"money", "time"}}
    (label, *_) = read_labels(trip / "data" / "annotated").labels
    assert label.source == "import"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", label.time)
    assert len(label.text_hash) == len(label.codeframe) == 16
    before = (trip / "data" / "annotated" / "ada.jsonl").read_bytes()
    assert "0 decisions added, 3 stood there already" in labels("import", *WIDE, "--coder", "ada").line
    assert (trip / "data" / "annotated" / "ada.jsonl").read_bytes() == before
    assert labels("import", *WIDE, "--coder", "ben", "--blank-labels", "none", "--quiet").err == ""
    assert settled_in(trip)["2", "how"] == set()


def test_an_import_is_all_or_nothing(labels, trip, rows_to, listing):
    """An unknown id, an unknown theme, another text, a column that is not there: one line with the rows, nothing written."""
    cases = {
        ("9", "money", "", "x"): "answers that survey.csv does not have: '9' ('why') in row 3.",
        ("2", "monny", "", "x"): "themes that codeframe 'trip' does not have: 'monny' in rows 3.",
        ("2", "money", "road", "the alley"): "the texts in row 3 are not those of the survey.",
        ("1", "money", "", "x"): "'1' ('why') in rows 2, 3",
    }
    for (name, why, how, text), told in cases.items():
        given = ("id", "why_codes", "how_codes", "how_text")
        wide(rows_to, trip, ["1", "money", "road", "the motorway"], [name, why, how, text], head=given)
        before = listing(trip)
        done = labels("import", *WIDE, "--coder", "ada")
        assert done.code == 2
        assert told in done.line
        assert {name: raw for name, raw in listing(trip).items() if name.endswith("jsonl")} == {}
        assert set(listing(trip)) - set(before) <= {"data", "data/annotated"}
    assert (
        "no column 'codes' (--labels)"
        in labels("import", "coded.csv", "--coder", "a", "--labels", "codes", "--text", "why_text").line
    )
    assert "no name for a coder" in labels("import", *WIDE, "--coder", "../ada").line
    assert "which question" in labels("import", "coded.csv", "--coder", "ada", "--labels", "why_codes").line


def test_a_dry_run_writes_nothing(labels, trip, rows_to, listing):
    """With --dry-run everything is checked and counted, and no file changes."""
    wide(rows_to, trip, ["1", "Money", "3"])
    before = listing(trip)
    done = labels("import", *WIDE, "--coder", "ada", "--dry-run")
    assert done.code == 0
    assert "dry run: 2 decisions would be added" in done.line
    assert labels("export", "-o", "out.csv", "--dry-run").code == 0
    assert listing(trip) == before


def test_an_import_waits_for_nobodys_session(labels, trip, rows_to):
    """While a coder is at work, an import into the same log is refused; into another it is not; --force takes over."""
    wide(rows_to, trip, ["1", "Money", "3"])
    with coder_lock(trip / "data" / "annotated", "ada"):
        assert "'ada' is at work already" in labels("import", *WIDE, "--coder", "ada").line
        assert labels("import", *WIDE, "--coder", "ben").code == 0
        done = labels("import", *WIDE, "--coder", "ada", "--force")
        assert done.code == 0
        assert "taken over" in done.err
    assert list((trip / "data" / "annotated").glob(".*")) == []


def test_adjudicated_labels_end_a_dispute(labels, trip, rows_to):
    """--source adjudicated overrules the coders, also one who said the same before."""
    wide(rows_to, trip, ["1", "money", ""])
    assert labels("import", *WIDE, "--coder", "ada").code == 0
    wide(rows_to, trip, ["1", "time", ""])
    assert labels("import", *WIDE, "--coder", "ben").code == 0
    assert "1 answer is in dispute" in labels("check").out
    assert "1 decision added" in labels("import", *WIDE, "--coder", "ben", "--source", "adjudicated").line
    assert settled_in(trip) == {("1", "why"): {"time"}}
    assert labels("check").code == 0


@pytest.mark.parametrize("ending", ["csv", "tsv", "xlsx", "parquet"])
@pytest.mark.parametrize("form", ["columns", "joined"])
def test_what_was_exported_comes_in_again(labels, trip, rows_to, ending, form):
    """An export in any form and format, with texts, is imported without a change, and into an empty log it is the same labels."""
    wide(rows_to, trip, ["1", "Money;time", "3"], ["2", "time", "road"], ["=3", "time", ""])
    assert labels("import", *WIDE, "--coder", "ada").code == 0
    before = settled_in(trip)
    assert labels("export", "-o", f"out.{ending}", "--form", form, "--coder", "Ada", "--texts").code == 0
    themes = ("money", "time", "road") if form == "columns" else ("themes",)
    back = ("import", f"out.{ending}", "--question", "question", "--text", "text", "--id", "id")
    asked = [part for theme in themes for part in ("--labels", theme)]
    assert "0 decisions added, 5 stood there already" in labels(*back, *asked, "--coder", "ada").line
    (trip / "data" / "annotated" / "ada.jsonl").unlink()
    assert labels(*back, *asked, "--coder", "eve").code == 0
    assert settled_in(trip) == before


def test_an_export_gives_no_text_away_unless_asked(labels, trip, rows_to, rows_in):
    """Texts are written with --texts alone, and dropped columns never; standard output is a CSV."""
    wide(rows_to, trip, ["1", "Money", ""])
    assert labels("import", *WIDE, "--coder", "ada").code == 0
    head, row = rows_in(labels("export").out)
    assert head[:6] == ["id", "question", "coder", "money", "time", "road"]
    assert row[:6] == ["1", "why", "ada", "1", "0", "0"]
    assert "too dear" not in labels("export").out
    assert "too dear" in labels("export", "--texts").out
    assert "x@y" not in labels("export", "--texts").out


def test_settled_and_all_are_other_tables(labels, trip, rows_to, rows_in):
    """--settled has one row an answer with what is in dispute; --all has every event, undos too."""
    wide(rows_to, trip, ["1", "money;time", "road"])
    assert labels("import", *WIDE, "--coder", "ada").code == 0
    wide(rows_to, trip, ["1", "money", ""])
    assert labels("import", *WIDE, "--coder", "ben").code == 0
    append_labels(trip / "data" / "annotated", [Label("1", "how", (), "ada", event="undo")])
    head, row = rows_in(labels("export", "--settled", "--form", "joined").out)
    assert dict(zip(head, row, strict=True)) == {
        "id": "1",
        "question": "why",
        "themes": "money",
        "disputed": "time",
        "coders": "ada;ben",
    }
    head, row = rows_in(labels("export", "--settled", "--texts").out)
    assert (row[2], row[head.index("money")], row[head.index("time")]) == ("too dear", "1", "")
    rows = rows_in(labels("export", "--all", "--form", "joined").out)
    assert [row[rows[0].index("event")] for row in rows[1:]] == ["label", "label", "undo", "label"]
    assert "goes with neither" in labels("export", "--settled", "--coder", "ada").line
    assert "Coders: ada, ben" in labels("export", "--coder", "eva").line
    assert "exists; --force" in labels("export", "-o", "survey.csv").line


def test_a_check_names_what_is_wrong(labels, trip, rows_to):
    """Sound logs are said to be (exit code 0); each fault is a line with file and line of the log (exit code 1)."""
    wide(rows_to, trip, ["1", "Money", "3"], ["2", "time", ""])
    assert labels("import", *WIDE, "--coder", "ada").code == 0
    done = labels("check")
    assert (done.code, done.out) == (0, "All is well: 3 decisions on 3 answers.\n")
    append_labels(
        trip / "data" / "annotated", [Label("8", "why", ("money",), "ben"), Label("2", "how", ("zoo",), "ben")]
    )
    (trip / "survey.csv").write_text((trip / "survey.csv").read_text().replace("too dear", "too cheap"))
    with (trip / "data" / "annotated" / "ada.jsonl").open("a") as log:
        log.write('{"id"')
    done = labels("check")
    assert done.code == 1
    assert done.out.splitlines() == [
        "ada.jsonl, line 4: the last line is torn off; left out.",
        "ada.jsonl, line 1: the text has changed since it was labelled; not used (1 (why)).",
        "ben.jsonl, line 1: not among the answers of survey.csv (8 (why)).",
        "ben.jsonl, line 2: theme 'zoo', which codeframe 'trip' does not have.",
    ]
    assert done.line == f"freetext: {Path('data') / 'annotated'}: 5 decisions on 5 answers; 4 things to look at."


def test_several_waves_are_checked_at_once(labels, trip, rows_to):
    """Labels of a later file are sound where that file is named too."""
    rows_to(trip / "wave2.csv", [SURVEY[0], ["7", "", "dear again", "by rail"]])
    rows_to(trip / "coded.csv", [["id", "codes"], ["7", "money"]])
    given = ("import", "coded.csv", "--coder", "ada", "--labels", "codes", "--text", "why_text")
    assert "answers that survey.csv does not have" in labels(*given).line
    assert labels(*given, "--file", "wave2.csv").code == 0
    assert labels("check").code == 1
    assert labels("check", "survey.csv", "wave2.csv").code == 0


def test_stats_fit_a_terminal_and_a_script(labels, trip, rows_to, monkeypatch):
    """Decisions, pace and themes are counted on 80 columns, and as JSON with documented keys; without labels the answer is no."""
    assert (labels("stats").code, labels("stats").line.endswith("no label here yet.")) == (1, True)
    wide(rows_to, trip, ["1", "Money", "3"], ["2", "time", ""])
    assert labels("import", *WIDE, "--coder", "ada").code == 0
    monkeypatch.setenv("COLUMNS", "80")
    shown = labels("stats").out
    assert max(map(len, shown.splitlines())) <= 80
    assert "Themes of trip: 3 answers decided, 0 in dispute" in shown
    found = json.loads(labels("stats", "--json").out)
    assert found["coders"][0]["decisions"] == 3
    assert {each["theme"]: each["labels"] for each in found["codeframes"][0]["themes"]} == {
        "money": 1,
        "time": 1,
        "road": 1,
    }
    page = DOCS.read_text(encoding="utf-8")
    keys = {*found, *found["coders"][0], *found["codeframes"][0], *found["codeframes"][0]["themes"][0]}
    assert [key for key in keys if f"`{key}`" not in page] == []


def test_waves_bear_the_names_that_labels_give_them(labels, trip):
    """Also where a wave's file is called as coded files are: the same words in two waves are two answers, and no dispute."""
    waves = SETTINGS.replace('file = "survey.csv"', 'file = "later-coded.csv"\nearlier = ["survey.csv"]')
    (trip / "freetext.toml").write_text(waves, encoding="utf-8")
    said = (("ada", "survey", "money"), ("ben", "later-coded", "time"))
    both = [Label("1", "why", (slug,), coder, text_hash="h", wave=wave) for coder, wave, slug in said]
    append_labels(trip / "data" / "annotated", both)
    assert "Themes of trip: 2 answers decided, 0 in dispute" in labels("stats").out
    assert len(labels("export").out.splitlines()) == 3


def test_labels_want_a_survey(freetext, tmp_path):
    """Without a project the folder of the labels is not known, and one line says so."""
    for command in (("export",), ("check",), ("stats",), ("import", "x.csv", "--coder", "ada")):
        done = freetext("labels", *command, cwd=tmp_path)
        assert (done.code, done.err.count("\n")) == (2, 1)
        assert "--project" in done.line


def test_every_command_of_the_page_is_there(freetext):
    """The page about labels shows each command, and no other."""
    names = {command.name for command in app.registered_commands}
    assert names == {"import", "export", "check", "stats"}
    assert set(re.findall(r"freetext labels (\w+)", DOCS.read_text(encoding="utf-8"))) == names
