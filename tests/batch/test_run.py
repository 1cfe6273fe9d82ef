"""Folders coded, resumed and kept in step with their input: each part once."""

import json
import os
import shutil
from itertools import pairwise

import pytest

from freetext.batch.folders import code_folder
from freetext.batch.run import Watch
from freetext.errors import InputError, OutputError, UsageError
from freetext.files.tabular.tables import read_table


@pytest.fixture
def code(bundle):
    """Code a folder's verbatims by the small model."""

    def run(source, out, **given):
        return code_folder(source, out, **{"text": "verbatim", "id": "id", "model": bundle, **given})

    return run


@pytest.fixture
def parted(tmp_path, answers_to, rows):
    """The 60 answers as two CSV parts and a Parquet part."""
    folder = tmp_path / "in"
    answers_to(folder / "a.csv", rows[:25])
    answers_to(folder / "b.parquet", rows[25:40])
    answers_to(folder / "c.csv", rows[40:])
    return folder


def written(out):
    """Every file below a folder with its content's place and time."""
    return {path.relative_to(out).as_posix(): path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}


def outputs(out):
    """The names of the coded parts, by number."""
    return {int(path.name[5:9]): path.name for path in sorted(out.glob("part-*"))}


def test_a_folder_is_coded(code, parted, tmp_path, rows):
    """Every row of every part is there once, and the report, the seal and the rows say the same."""
    report = code(parted, tmp_path / "out", format="csv")
    seal = json.loads((tmp_path / "out/_SUCCESS.json").read_text())
    assert (report.parts, report.coded, report.kept, report.whole) == (3, 3, 0, True)
    assert report.rows == seal["rows"] == len(rows)
    assert [part["rows"] for part in seal["parts"]] == [25, 15, 20]
    assert dict(report.counts.themes) == dict(seal["themes"])
    assert sorted(outputs(tmp_path / "out")) == [1, 2, 3]


def test_parts_do_not_matter(code, tmp_path, answers_to, coded_rows, rows):
    """One part, two, seven or shuffled ones give the same rows, cell for cell, and the same counts."""
    found = []
    for number, cuts in enumerate([[0, 60], [0, 31, 60], [0, 9, 10, 22, 30, 41, 59, 60]]):
        for begin, end in pairwise(cuts):
            answers_to(tmp_path / f"in{number}" / f"p{begin}.csv", rows[begin:end])
        report = code(tmp_path / f"in{number}", tmp_path / f"out{number}", scores=True)
        found.append((coded_rows(tmp_path / f"out{number}"), report.counts.themes, report.counts.review))
    answers_to(tmp_path / "in9" / "z.parquet", rows[::-1])
    report = code(tmp_path / "in9", tmp_path / "out9", scores=True)
    found.append((coded_rows(tmp_path / "out9"), report.counts.themes, report.counts.review))
    assert all(each == found[0] for each in found)


def test_row_groups_do_not_matter(code, tmp_path, answers_to, coded_rows, rows):
    """A large file coded range by range has the rows of the file coded whole, ids by row number too."""
    path = answers_to(tmp_path / "big.parquet", rows, row_group=10)
    report = code(path, tmp_path / "ranges", range_rows=20, id="")
    code(path, tmp_path / "whole", id="")
    assert report.parts == 3
    assert coded_rows(tmp_path / "ranges") == coded_rows(tmp_path / "whole")


def test_a_folder_says_what_the_single_file_says(code, parted, tmp_path, bundle, rows, coded_rows):
    """Cells of a folder are those of one file coded by itself."""
    import freetext  # noqa: PLC0415

    codings = freetext.code(bundle, [row[3] for row in rows])
    frame = freetext.to_frame(codings)
    code(parted, tmp_path / "out")
    themes = {row[0]: row[4] for row in coded_rows(tmp_path / "out")}
    assert themes == dict(zip((row[0] for row in rows), frame["freetext_themes"], strict=True))


def test_a_second_run_does_nothing(code, parted, tmp_path):
    """What stands is not touched: no file is written, none is newer."""
    code(parted, tmp_path / "out")
    before = written(tmp_path / "out")
    report = code(parted, tmp_path / "out")
    assert (report.coded, report.kept, written(tmp_path / "out")) == (0, 3, before)


def test_a_changed_input_is_coded_again_alone(code, parted, tmp_path, answers_to, rows, coded_rows):
    """One part changes: its output is a new one with the old number, the others stay to the nanosecond."""
    code(parted, tmp_path / "out")
    before, names = written(tmp_path / "out"), outputs(tmp_path / "out")
    answers_to(parted / "b.parquet", rows[25:39])
    report = code(parted, tmp_path / "out")
    after = outputs(tmp_path / "out")
    assert (report.coded, report.kept, report.rows) == (1, 2, 59)
    assert after[2] != names[2]
    for number in (1, 3):
        assert after[number] == names[number]
        assert written(tmp_path / "out")[after[number]] == before[after[number]]
    assert len(coded_rows(tmp_path / "out")) == 59


def test_a_file_written_anew_with_the_same_content_stays(code, parted, tmp_path):
    """Only the content counts, not when it was written."""
    code(parted, tmp_path / "out")
    os.utime(parted / "a.csv")
    assert code(parted, tmp_path / "out").coded == 0
    assert (tmp_path / "out/_SUCCESS.json").exists()


def test_inputs_come_and_go(code, parted, tmp_path, answers_to):
    """A new input takes the next number, wherever its name stands; one that is gone takes its output along, and its number rests."""
    out = tmp_path / "out"
    code(parted, out)
    names = outputs(out)
    answers_to(parted / "a0.csv", [("new", "north", "1", "money")])
    (parted / "b.parquet").unlink()
    report = code(parted, out)
    assert report.removed == ("b.parquet",)
    assert set(outputs(out)) == {1, 3, 4}
    assert {number: outputs(out)[number] for number in (1, 3)} == {number: names[number] for number in (1, 3)}
    held = {path.name.partition(".")[0] for path in (out / "_freetext").glob("*.json")}
    assert held == {name.split(".")[1] for name in outputs(out).values()}
    answers_to(parted / "b.parquet", [("again", "north", "1", "money")])
    code(parted, out)
    assert set(outputs(out)) == {1, 2, 3, 4}


def test_changed_settings_code_all_again(code, parted, tmp_path):
    """A setting that shows in the outputs makes all of them anew, and is named; the old ones go."""
    code(parted, tmp_path / "out")
    before = set(outputs(tmp_path / "out").values())
    report = code(parted, tmp_path / "out", scores=True)
    assert (report.coded, report.changed) == (3, ("scores",))
    assert not before & set(outputs(tmp_path / "out").values())
    assert len(outputs(tmp_path / "out")) == 3


def test_another_format_codes_all_again(code, parted, tmp_path):
    """Parquet or CSV: one of them stands."""
    code(parted, tmp_path / "out")
    assert code(parted, tmp_path / "out", format="csv").changed == ("format",)
    assert {name[-4:] for name in outputs(tmp_path / "out").values()} == {".csv"}


@pytest.fixture(scope="session")
def other_bundles(corpus, tmp_path_factory):
    """A later model of the same codeframe, and one of another."""
    from dataclasses import replace  # noqa: PLC0415

    from freetext.files.modelling.models import save_model  # noqa: PLC0415
    from freetext.training.fit import fit  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("later")
    later = replace(fit(corpus, seed=1, jobs=1).model)
    cuts = tuple(replace(each, offset=(each.offset or 0.0) + 0.01) for each in later.cutoffs)
    save_model(replace(later, cutoffs=cuts), folder / "same")
    frame = replace(later.codeframe, title="another one", name="other")
    save_model(replace(later, codeframe=frame), folder / "other")
    return folder


def test_a_changed_model_leaves_what_stands(code, parted, tmp_path, answers_to, other_bundles):
    """Parts stay as the earlier model coded them; a new part is coded by the new one, and --recode codes all by it."""
    out = tmp_path / "out"
    code(parted, out)
    before = outputs(out)
    answers_to(parted / "d.csv", [("new", "north", "1", "money")])
    report = code(parted, out, model=other_bundles / "same")
    assert (report.coded, report.kept, report.older, len(report.models)) == (1, 3, 3, 2)
    assert {number: outputs(out)[number] for number in before} == before
    assert code(parted, out, model=other_bundles / "same").coded == 0
    report = code(parted, out, model=other_bundles / "same", recode=True)
    assert (report.coded, report.older, len(report.models)) == (3, 0, 1)


def test_themes_do_not_mix(code, parted, tmp_path, answers_to, other_bundles):
    """A model of another codeframe codes no part beside those that stay; with --recode it codes all."""
    out = tmp_path / "out"
    code(parted, out)
    before = written(out)
    assert code(parted, out, model=other_bundles / "other").older == 3
    answers_to(parted / "d.csv", [("new", "north", "1", "money")])
    with pytest.raises(UsageError, match=r"another codeframe.*--recode"):
        code(parted, out, model=other_bundles / "other")
    assert written(out) == before
    assert code(parted, out, model=other_bundles / "other", recode=True).coded == 4


def test_a_foreign_folder_is_refused(code, parted, tmp_path):
    """A folder that holds anything else is left alone, also with --force; an empty one is taken."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.docx").write_text("all of it")
    for force in (False, True):
        with pytest.raises(OutputError, match="not empty and is no output folder of freetext"):
            code(parted, out, force=force)
    (out / "thesis.docx").unlink()
    assert code(parted, out).coded == 3


def test_another_source_is_refused(code, parted, tmp_path, answers_to):
    """The coding of one survey is not replaced by that of another by mistake; a folder that moved is known by its content."""
    out = tmp_path / "out"
    code(parted, out)
    answers_to(tmp_path / "wave2" / "x.csv", [("1", "north", "1", "money")])
    with pytest.raises(UsageError, match=r"holds the coding of.*--force"):
        code(tmp_path / "wave2", out)
    shutil.move(parted, tmp_path / "moved")
    assert code(tmp_path / "moved", out).coded == 0


def test_force_starts_anew(code, parted, tmp_path):
    """With --force all parts are coded again; files beside ours stay."""
    out = tmp_path / "out"
    code(parted, out)
    before = written(out)
    (out / "notes.txt").write_text("mine")
    report = code(parted, out, force=True)
    assert (report.coded, report.kept) == (3, 0)
    assert (out / "notes.txt").read_text() == "mine"
    assert set(written(out)) == {*before, "notes.txt"}


def test_a_damaged_manifest_is_named(code, parted, tmp_path):
    """A damaged manifest stops everything, and --force mends it."""
    code(parted, tmp_path / "out")
    (tmp_path / "out/manifest.json").write_text("{")
    with pytest.raises(InputError, match=r"manifest\.json: is damaged.*--force"):
        code(parted, tmp_path / "out")
    assert code(parted, tmp_path / "out", force=True).coded == 3


def test_parts_that_were_lost_are_made_again(code, parted, tmp_path):
    """An output, or a by-product, that somebody removed is made again, and nothing else."""
    out = tmp_path / "out"
    code(parted, out)
    (out / outputs(out)[2]).unlink()
    assert code(parted, out).coded == 1
    next((out / "_freetext").glob("*.ids.npy")).unlink()
    assert code(parted, out).coded == 1


def test_a_part_that_fails_is_named_and_the_others_stand(code, parted, tmp_path, answers_to, coded_rows):
    """A part without the column, one that is damaged: each is named with its reason, there is no seal, and mending them is enough."""
    out = tmp_path / "out"
    answers_to(parted / "b.parquet", [("1", "x")], head=("id", "comment"))
    (parted / "c2.parquet").write_bytes(b"PAR1 no")
    report = code(parted, out)
    assert not report.whole
    assert {each.part.rpartition("/")[2] for each in report.failed} == {"b.parquet", "c2.parquet"}
    assert "no column 'verbatim'" in report.failed[0].what
    assert (report.coded, set(outputs(out)), (out / "_SUCCESS.json").exists()) == (2, {1, 4}, False)
    answers_to(parted / "b.parquet", [("x1", "north", "1", "money")])
    (parted / "c2.parquet").unlink()
    report = code(parted, out)
    assert (report.coded, report.kept, report.whole, report.removed) == (1, 2, True, ("c2.parquet",))
    assert len(coded_rows(out)) == report.rows == 46


def test_the_old_output_stays_until_the_new_one_stands(code, parted, tmp_path, answers_to, rows):
    """A changed input that cannot be coded leaves its earlier output, without a seal; once it can, the earlier one goes."""
    out = tmp_path / "out"
    code(parted, out)
    before = outputs(out)
    answers_to(parted / "b.parquet", [("1", "x")], head=("id", "comment"))
    assert len(code(parted, out).failed) == 1
    assert outputs(out) == before
    assert not (out / "_SUCCESS.json").exists()
    answers_to(parted / "b.parquet", rows[25:30])
    assert code(parted, out).whole
    assert outputs(out)[2] != before[2]
    assert len(list(out.glob("part-0002.*"))) == 1


def test_a_part_that_vanishes_or_changes_meanwhile(code, parted, tmp_path, answers_to, rows):
    """A source that goes, or is written to, between the plan and its turn is named, and leaves no output under a wrong key."""

    def meddle(_plan):
        (parted / "a.csv").unlink()
        answers_to(parted / "c.csv", rows[40:50])

    report = code(parted, tmp_path / "out", watch=Watch(begun=meddle))
    assert {each.part.rpartition("/")[2]: each.what.partition("/a.csv: ")[2] for each in report.failed}["a.csv"]
    assert "has changed since it was listed. Run the same command again." in report.failed[1].what
    assert set(outputs(tmp_path / "out")) == {2}
    report = code(parted, tmp_path / "out")
    assert (report.whole, report.rows, report.removed) == (True, 25, ("a.csv",))


def test_an_interruption_leaves_a_clean_state(code, parted, tmp_path, coded_rows, rows):
    """Stopped after the first part: what stands is whole, nothing else is there, and the next run does the rest."""
    out = tmp_path / "out"

    def stop(_part, _row):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        code(parted, out, watch=Watch(done=stop))
    assert set(outputs(out)) == {1}
    assert not (out / "_SUCCESS.json").exists()
    assert not [path for path in out.rglob(".*") if path.is_file()]
    assert code(parted, out).coded == 2
    assert len(coded_rows(out)) == len(rows)


def test_what_dead_runs_left_is_swept(code, parted, tmp_path):
    """Temporary files of ours go with the next run; the lock of a process that is gone holds nobody up."""
    out = tmp_path / "out"
    code(parted, out)
    (out / ".freetext-0123456789ab.tmp").write_text("half")
    (out / "_freetext" / ".freetext-0123456789ab.tmp").write_text("half")
    (out / "_freetext/.lock").write_text(json.dumps({"host": "x", "pid": 1, "started": "", "seen": 0.0}))
    assert code(parted, out).coded == 0
    assert not list(out.rglob(".freetext-*"))
    assert not (out / "_freetext/.lock").exists()


def test_two_drivers_do_not_meet(code, parted, tmp_path):
    """While one run is at work in a folder another is refused, and told who it is."""
    from freetext.batch.lock import folder_lock  # noqa: PLC0415

    out = tmp_path / "out"
    code(parted, out)
    with (
        folder_lock(str(out)),
        pytest.raises(UsageError, match=rf"process {os.getpid()} on this machine.*run the same"),
    ):
        code(parted, out)
    (out / "_freetext/.lock").write_text("")
    with pytest.raises(UsageError, match="another run is just beginning"):
        code(parted, out)
    os.utime(out / "_freetext/.lock", (1, 1))
    assert code(parted, out).coded == 0


def test_files_that_differ_by_their_ending_want_ids(code, tmp_path, answers_to, rows):
    """Rows that are named by file and number must not be confused; an id column settles it."""
    answers_to(tmp_path / "in/a.csv", rows[:3])
    answers_to(tmp_path / "in/a.parquet", rows[3:6])
    with pytest.raises(InputError, match=r"a\.csv and a\.parquet differ by their ending alone"):
        code(tmp_path / "in", tmp_path / "out", id="")
    assert code(tmp_path / "in", tmp_path / "out").rows == 6


def test_an_empty_part_is_a_part(code, parted, tmp_path, answers_to, coded_rows):
    """A part without rows is coded to one without rows, with the same columns."""
    answers_to(parted / "empty.csv", [])
    report = code(parted, tmp_path / "out")
    assert (report.parts, report.rows, report.whole) == (4, 60, True)
    names = {read_table(path).names for path in (tmp_path / "out").glob("part-*")}
    assert len(names) == 1


def test_two_processes_give_the_same_bytes(code, parted, tmp_path):
    """However many workers there are, the same files come out, byte for byte."""
    code(parted, tmp_path / "one", format="csv")
    code(parted, tmp_path / "two", format="csv", workers=2)
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / each).glob("part-*")} for each in ("one", "two"))
    assert one == two
