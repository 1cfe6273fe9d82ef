"""`freetext code DIR -o OUT/`: a folder of files, coded part by part."""

import shutil

import pytest
from tests.cli.two_themes import SAID, SETTINGS, learn, log

HEAD = ["id", "phone", "why"]
ROWS = [[str(place), f"012{place + 2}", said] for place, said in enumerate(SAID, 1)]


def hashed(text):
    """A text's hash as the project's key makes it."""
    from freetext.files.labelling.labels import text_hash  # noqa: PLC0415

    return text_hash("k", text)


@pytest.fixture(scope="module", name="learnt")
def _learnt(tmp_path_factory, freetext, rows_to):
    """A survey with a model of two themes; not to be written to."""
    folder = tmp_path_factory.mktemp("folders")
    rows_to(folder / "survey.csv", [HEAD, *ROWS])
    learn(folder, ROWS, freetext, SETTINGS.replace("[[question]]", 'drop = ["phone"]\n[[question]]'))
    return folder


@pytest.fixture(name="survey")
def _survey(learnt, tmp_path, rows_to):
    """A copy of it, to work in, with a folder of two parts."""
    folder = tmp_path / "survey"
    shutil.copytree(learnt, folder)
    (folder / "in").mkdir()
    rows_to(folder / "in" / "a.csv", [HEAD, ["11", "0", "more money"], ["12", "0", "kind staff"]])
    rows_to(folder / "in" / "b.csv", [HEAD, ["13", "0", ""], ["14", "0", "no money for staff"]])
    return folder


def themes(out, rows_in):
    """Themes and sources of all rows, by id."""
    found: dict[str, tuple[str, str]] = {}
    for path in sorted(out.glob("part-*.csv")):
        head, *rows = rows_in(path)
        places = [head.index(name) for name in ("id", "freetext_themes", "freetext_source")]
        found |= {row[places[0]]: (row[places[1]], row[places[2]]) for row in rows}
    return found


def test_a_folder_is_coded_and_told(freetext, survey, rows_in):
    """The command says parts, model, rows and themes, in less than a screen; columns that the project drops are not there."""
    done = freetext("code", "in", "-o", "out/", "--format", "csv", cwd=survey)
    assert done.code == 0, done.err
    assert "in: 2 parts, 2 to code\n- model frame " in done.err
    assert "out/: 4 rows in 2 parts (2 coded now, 0 stood)" in done.err
    assert "4 answers: 1 blank, " in done.err
    assert len(done.err.splitlines()) < 12
    assert {source for _, source in themes(survey / "out", rows_in).values()} <= {
        *("money=model", "staff=model", "blank", "", "money=model;staff=model"),
    }
    assert "phone" not in rows_in(next((survey / "out").glob("part-0001*")))[0]
    again = freetext("code", "in", "-o", "out/", "--format", "csv", cwd=survey)
    assert again.code == 0
    assert "in: 2 parts, 2 stand already, 0 to code\nout/: 4 rows in 2 parts (0 coded now, 2 stood)" in again.err


def test_the_folder_says_what_one_file_says(freetext, survey, rows_in):
    """Our cells are those of each file coded by itself."""
    assert freetext("code", "in", "-o", "out/", "--format", "csv", "--scores", cwd=survey).code == 0
    found = []
    for name in ("a", "b"):
        assert freetext("code", f"in/{name}.csv", "-o", f"{name}.csv", "--scores", cwd=survey).code == 0
        found.append(rows_in(survey / f"{name}.csv"))
    assert [rows_in(path) for path in sorted((survey / "out").glob("part-*"))] == found


def test_people_overrule_in_their_part_alone(freetext, survey, rows_in):
    """A decision is in the output after the next run, which codes that part again and no other."""
    run = ("code", "in", "-o", "out/", "--format", "csv")
    assert freetext(*run, cwd=survey).code == 0
    before = {path.name for path in (survey / "out").glob("part-*")}
    log(survey, "14", ["other"], text_hash=hashed("no money for staff"))
    done = freetext(*run, cwd=survey)
    assert "(1 coded now, 1 stood)" in done.err
    assert "1 decided by people" in done.err
    assert themes(survey / "out", rows_in)["14"] == ("other", "other=human")
    after = {path.name for path in (survey / "out").glob("part-*")}
    assert [name[:9] for name in before & after] == ["part-0001"]
    assert "(0 coded now, 2 stood)" in freetext(*run, cwd=survey).err
    log(survey, "1", ["other"])
    assert "(0 coded now, 2 stood)" in freetext(*run, cwd=survey).err


def test_decisions_on_another_text_are_told(freetext, survey, rows_in):
    """A label of a text that has changed since is not used, and the command says which part's."""
    log(survey, "14", ["other"], text_hash=hashed("as it was before"))
    log(survey, "11", ["other"])
    done = freetext("code", "in", "-o", "out/", "--format", "csv", cwd=survey)
    assert "b.csv: 1 answer has changed since it was labelled" in done.err
    assert "a.csv: 1 label carries no hash of its text" in done.err
    assert not [cell for cell, source in themes(survey / "out", rows_in).values() if "human" in source]


def test_one_file_into_a_folder(freetext, survey, rows_in):
    """The survey's own file is a folder of one: row numbers and labels are those of the file coded by itself."""
    done = freetext("code", "-o", "out/", "--format", "csv", cwd=survey)
    assert done.code == 0, done.err
    assert freetext("code", "-o", "one.csv", cwd=survey).code == 0
    (part,) = (survey / "out").glob("part-*")
    assert rows_in(part) == rows_in(survey / "one.csv")


def test_parts_that_fail(freetext, survey, rows_to):
    """A part that fails is named with its reason, the exit code says so, and the same command goes on."""
    rows_to(survey / "in" / "c.csv", [["id", "comment"], ["21", "more money"]])
    done = freetext("code", "in", "-o", "out/", cwd=survey)
    assert done.code == 2
    assert "- failed: in/c.csv: no column 'why'" in done.err.replace("\\", "/")
    last = done.err.splitlines()[-1].replace("\\", "/")
    assert "1 of 3 parts could not be coded; the first: in/c.csv: no column 'why'" in last
    assert last.endswith("Mend what is named, and run the same command again: what stands is not coded twice.")
    assert freetext("code", "in", "-o", "out/", "--quiet", cwd=survey).err.replace("\\", "/").strip() == last
    rows_to(survey / "in" / "c.csv", [HEAD, ["21", "0", "more money"]])
    done = freetext("code", "in", "-o", "out/", cwd=survey)
    assert (done.code, "(1 coded now, 2 stood)" in done.err) == (0, True)


def test_another_model_is_told(freetext, survey):
    """The command says which model coded what stays, and how to recode."""
    assert freetext("code", "in", "-o", "out/", cwd=survey).code == 0
    first = (survey / "models/frame/CURRENT").read_text().strip()
    log(survey, "2", ["staff", "other"])
    log(survey, "6", ["staff", "other"])
    trained = freetext("train", cwd=survey)
    assert trained.code == 0, trained.err
    digests = {path.name for path in (survey / "models/frame").iterdir() if path.is_dir()}
    later = next(iter(digests - {first}))
    run = ("code", "in", "-o", "out/", "--model", f"models/frame/{later}")
    done = freetext(*run, cwd=survey)
    assert f"- 2 parts stay as frame {first} coded; --recode codes with the model of now" in done.err
    assert "(2 coded now, 0 stood)" in freetext(*run, "--recode", cwd=survey).err


def test_parts_say_which_model_coded_them_once_there_are_several(freetext, survey, rows_to, rows_in):
    """A part that is coded beside others of an earlier model has `freetext_model`, and so have all that are coded later."""
    run = ("code", "in", "-o", "out/", "--format", "csv")
    assert freetext(*run, cwd=survey).code == 0
    log(survey, "2", ["staff", "other"])
    log(survey, "6", ["staff", "other"])
    assert freetext("train", "--force", cwd=survey).code == 0
    model = "frame@" + (survey / "models/frame/CURRENT").read_text().strip()[:8]
    rows_to(survey / "in" / "c.csv", [HEAD, ["21", "0", "more money"], ["22", "0", ""]])
    assert "(1 coded now, 2 stood)" in freetext(*run, cwd=survey).err
    heads = {path.name[:9]: rows_in(path) for path in (survey / "out").glob("part-*.csv")}
    assert ["freetext_model" in rows[0] for _, rows in sorted(heads.items())] == [False, False, True]
    assert [row[heads["part-0003"][0].index("freetext_model")] for row in heads["part-0003"][1:]] == [model, ""]
    told = freetext("tally", "out/", cwd=survey).out.replace("\n", " ")
    assert "(4 rows)" in told
    assert "(2 rows)" in told
    assert "(2 coded now, 1 stood)" in freetext(*run, "--recode", cwd=survey).err
    assert all("freetext_model" in rows_in(path)[0] for path in (survey / "out").glob("part-*.csv"))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("in",), "Name a folder with -o"),
        (("in", "-o", "coded.csv"), "-o coded.csv names a file. Name a folder with -o"),
        (("-", "-o", "out/"), "standard input is coded into one file"),
        (("in", "-o", "coded.CSV"), "Name a folder with -o"),
        (("in", "-o", "frame.toml"), "frame.toml: is a file, and coded parts need a folder"),
        (("in", "-o", "out/", "--codeframe", "frame.toml"), "name --model"),
        (("in", "-o", "out/", "--sheet", "x"), "goes with a workbook"),
        (("in", "-o", "out/", "--text", "phone"), "the project drops this column"),
        (("in", "-o", "out/", "--id", "nr"), "no column 'nr' (--id)"),
        (("in/a.csv", "-o", "a.csv", "--workers", "2"), "--workers goes with an output folder"),
        (("no*.csv", "-o", "out/"), "holds no part to code"),
        (("in", "-o", "out/", "--model", "models/none"), "no model here"),
        (("in", "-o", "out/", "--format", "xlsx"), "xlsx"),
        (("in", "-o", "in"), "is no output folder of freetext"),
    ],
)
def test_what_cannot_be_is_refused(freetext, survey, listing, asked, told):
    """Each wrong order is one line that says what mends it, and nothing is written."""
    before = listing(survey)
    done = freetext("code", *asked, cwd=survey)
    assert done.code == 2
    assert told in " ".join(done.err.split())
    assert listing(survey) == before


def test_the_slash_makes_a_folder_of_any_name(freetext, survey):
    """An OUT with the slash is a folder, whatever its name ends with."""
    done = freetext("code", "in", "-o", "coded.csv/", cwd=survey)
    assert done.code == 0, done.err
    assert (survey / "coded.csv/_SUCCESS.json").is_file()


def test_a_survey_without_a_model(freetext, survey):
    """Parts are coded by a trained model: without one the command says how to make it."""
    shutil.rmtree(survey / "models")
    done = freetext("code", "in", "-o", "out/", cwd=survey)
    assert done.code == 2
    assert "no model yet" in done.err
    assert "`freetext train`" in done.err


def test_a_dry_run_writes_nothing(freetext, survey, listing):
    """With --dry-run the plan is told, and nothing is written."""
    before = listing(survey)
    done = freetext("code", "in", "-o", "out/", "--dry-run", cwd=survey)
    assert (done.code, listing(survey)) == (0, before)
    assert "2 parts, 2 to code" in done.err
    assert "nothing is written to out/" in done.err


def test_blank_answers_only(freetext, survey, rows_to):
    """A folder without a word is a negative answer, as for a file."""
    for name in ("a", "b"):
        rows_to(survey / "in" / f"{name}.csv", [HEAD, [name, "0", " "]])
    done = freetext("code", "in", "-o", "out/", cwd=survey)
    assert done.code == 1
    assert "every answer is blank" in done.err


def test_a_model_of_themes_that_have_gone(freetext, survey):
    """People's labels speak of today's themes: a model that codes others is refused, by its name and theirs."""
    frame = survey / "frame.toml"
    change = '[[change]]\nop = "rename"\nfrom = ["money"]\nto = ["funds"]\ntime = "2026-01-01T00:00:00Z"\n'
    frame.write_text(frame.read_text().replace('"money"', '"funds"') + change)
    done = freetext("code", "in", "-o", "out/", cwd=survey)
    assert done.code == 2
    assert "codes money, which frame.toml has no longer" in done.err
    assert "`freetext train` learns the themes of today" in done.err
    assert not (survey / "out").exists()


def test_a_dry_run_looks_at_every_part(freetext, survey, rows_to, listing):
    """Parts that could not be coded are named before anything is written, by their columns and not by their rows."""
    assert "dry run: columns were looked at" in freetext("code", "in", "-o", "out/", "--dry-run", cwd=survey).err
    rows_to(survey / "in" / "c.csv", [["id", "comment"], ["21", "more money"]])
    (survey / "in" / "d.parquet").write_bytes(b"PAR1 cut")
    before = listing(survey)
    done = freetext("code", "in", "-o", "out/", "--dry-run", cwd=survey)
    said = done.err.replace("\\", "/")
    assert done.code == 2
    assert "failed: in/c.csv: no column 'why'" in said
    assert "failed: in/d.parquet" in said
    assert "2 of 4 parts could not be coded" in said
    assert listing(survey) == before


def test_the_first_part_may_be_the_damaged_one(freetext, survey):
    """Whichever part cannot be read, the others are coded and it is named."""
    (survey / "in" / "0.parquet").write_bytes(b"PAR1 cut")
    done = freetext("code", "in", "-o", "out/", "--format", "csv", cwd=survey)
    assert done.code == 2
    assert "1 of 3 parts could not be coded; the first: in/0.parquet" in done.err.replace("\\", "/")
    assert len(list((survey / "out").glob("part-*"))) == 2
    for name in ("a.csv", "b.csv"):
        (survey / "in" / name).unlink()
    assert "in/0.parquet" in freetext("code", "in", "-o", "two/", cwd=survey).err.replace("\\", "/")
    assert not (survey / "two").exists()


def test_why_a_part_is_coded_again_is_said(freetext, survey, rows_to):
    """Changed content and people's decisions are told by the part's name."""
    run = ("code", "in", "-o", "out/", "--format", "csv")
    assert freetext(*run, cwd=survey).code == 0
    rows_to(survey / "in" / "a.csv", [HEAD, ["11", "0", "more staff"]])
    log(survey, "14", ["other"], text_hash=hashed("no money for staff"))
    said = freetext(*run, cwd=survey).err.replace("\\", "/")
    assert "- changed since: in/a.csv" in said
    assert "- decided on by people since: in/b.csv" in said


def test_what_is_not_taken_is_named(freetext, survey):
    """A packed month does not go missing in silence."""
    (survey / "in" / "c.csv.gz").write_bytes(b"\x1f\x8b")
    assert "- not taken: c.csv.gz is no .parquet, .csv, .tsv" in freetext("code", "in", "-o", "out/", cwd=survey).err


def test_an_encoding_is_that_of_parts_that_are_not_utf_8(freetext, survey, rows_to, rows_in):
    """A folder can be mixed: what is UTF-8 stays so, whatever --encoding helps the others."""
    rows_to(survey / "in" / "a.csv", [HEAD, ["11", "0", "plus de café"]], encoding="cp1252")
    rows_to(survey / "in" / "b.csv", [HEAD, ["13", "0", "du thé"]])
    run = ("code", "in", "-o", "out/", "--format", "csv")
    assert "--encoding cp1252" in freetext(*run, cwd=survey).err
    done = freetext(*run, "--encoding", "cp1252", cwd=survey)
    assert done.code == 0, done.err
    texts = [rows_in(path)[1][1] for path in sorted((survey / "out").glob("part-*"))]
    assert texts == ["plus de café", "du thé"]


def test_what_was_only_dealt_codes_nothing_again(freetext, survey):
    """An answer that a review put in its queue, or that a coder passed over, stays as it was coded."""
    run = ("code", "in", "-o", "out/", "--format", "csv")
    assert freetext(*run, cwd=survey).code == 0
    for event in ("pick", "skip"):
        log(survey, "14", [], event=event, text_hash=hashed("no money for staff"))
    assert "(0 coded now, 2 stood)" in freetext(*run, cwd=survey).err


def test_a_weight_that_is_none_is_told_when_it_is_coded(freetext, survey, rows_to):
    """Nobody learns only from the tally that a part has no statistics."""
    for name, weight in (("a", "1"), ("b", "n/a")):
        rows_to(survey / "in" / f"{name}.csv", [[*HEAD, "heavy"], [name, "0", "more money", weight]])
    done = freetext("code", "in", "-o", "out/", "--weight", "heavy", cwd=survey)
    assert done.code == 0
    assert "b.csv: coded, but it cannot be tallied: " in done.err
    assert "row 2, column 'heavy': 'n/a' is no weight" in done.err
