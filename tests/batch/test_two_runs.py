"""Two runs, or two sources, and one folder: nobody reports on what is not his own."""

from __future__ import annotations

import json
import os
from functools import partial

import pytest

from freetext.batch.folders import code_folder
from freetext.batch.keys import LOCK
from freetext.batch.orders import Wishes, order_of
from freetext.batch.run import How, Watch, run_folder
from freetext.errors import OutputError, UsageError


@pytest.fixture
def wishes(bundle):
    """Verbatims with their ids, by the small model."""
    return partial(Wishes, text=("verbatim",), id="id", model=str(bundle))


@pytest.fixture
def parted(tmp_path, answers_to, rows):
    """Two parts of 20 answers."""
    answers_to(tmp_path / "in/a.csv", rows[:20])
    answers_to(tmp_path / "in/b.csv", rows[20:40])
    return tmp_path / "in"


def run(source, out, wishes, watch=None, meanwhile=lambda: None):
    """Code a folder; `meanwhile` happens once, when the parts are known and nothing is planned yet."""
    todo = [meanwhile]

    def order_for(parts):
        order = order_of(parts, wishes, None)
        if todo:
            todo.pop()()
        return order

    return run_folder(str(source), str(out), order_for, How(), watch)


def settings_in(out):
    """The settings by which a folder was coded, and which parts its seal lists."""
    seal = json.loads((out / "_SUCCESS.json").read_text())
    assert all((out / part["file"]).is_file() for part in seal["parts"])
    assert {part["key"] for part in seal["parts"]} == {
        part["key"] for part in json.loads((out / "manifest.json").read_text())["parts"]
    }
    return seal["settings"]


@pytest.mark.parametrize("standing", [True, False])
def test_a_run_that_another_overtakes_plans_again(parted, tmp_path, wishes, standing):
    """A run between another one's look and its lock changes the plan: what is reported is what stands in the end."""
    out = tmp_path / "out"
    if standing:
        run(parted, out, wishes())
    report = run(parted, out, wishes(), meanwhile=lambda: run(parted, out, wishes(scores=True)))
    assert (report.whole, report.coded, report.kept, report.changed) == (True, 2, 0, ("scores",))
    assert settings_in(out)["scores"] is False
    report = run(parted, out, wishes(), meanwhile=lambda: run(parted, out, wishes()))
    assert (report.whole, report.coded, report.kept) == (True, 0, 2)


def test_the_plan_is_told_when_nobody_else_can_change_it(parted, tmp_path, wishes):
    """What is told before the work is what will be done: no other run can begin any more."""
    refused = []

    def meddle(_plan):
        with pytest.raises(UsageError, match="another run is at work"):
            run(parted, tmp_path / "out", wishes(scores=True))
        refused.append(True)

    report = run(parted, tmp_path / "out", wishes(), Watch(begun=meddle))
    assert (report.whole, refused) == (True, [True])


def test_a_run_that_has_lost_its_folder_ends(parted, tmp_path, wishes):
    """Where another run took the lock over this one ends with an error: no seal, and the other's files are left alone."""
    out = tmp_path / "out"

    def lose(_part, _row):
        told = json.loads((out / LOCK).read_text())
        (out / LOCK).write_text(json.dumps({**told, "host": "elsewhere", "run": "other"}))
        (out / ".freetext-0123456789ab.tmp").write_text("the other's")

    with pytest.raises(UsageError, match=r"has taken this folder over \(process [0-9]+ on elsewhere\); this one ends"):
        run(parted, out, wishes(), Watch(done=lose))
    assert not (out / "_SUCCESS.json").exists()
    assert (out / ".freetext-0123456789ab.tmp").exists()
    assert "elsewhere" in (out / LOCK).read_text()


def test_files_of_another_source_are_read(tmp_path, wishes, answers_to):
    """A file of another folder that has the name, size and time of one that was coded is not taken for it."""
    for year, ids in (("2024", "xy"), ("2025", "zw")):
        said = [(f"{each}{year}", "north", "1", f"more money {each}") for each in ids]
        os.utime(answers_to(tmp_path / year / "a.csv", said), (1e9, 1e9))
    run(tmp_path / "2024", tmp_path / "out", wishes())
    with pytest.raises(UsageError, match=r"holds the coding of .*2024, and parts of .*2025 would take"):
        run(tmp_path / "2025", tmp_path / "out", wishes())


@pytest.mark.parametrize("slash", ["", "/"])
def test_a_file_where_the_folder_shall_be(parted, tmp_path, bundle, slash):
    """An OUT that is a file is called so, and stays; an address too."""
    (tmp_path / "taken").write_text("mine")
    with pytest.raises(OutputError, match=r"taken/?: is a file, and coded parts need a folder"):
        code_folder(parted, f"{tmp_path / 'taken'}{slash}", text="verbatim", model=bundle)
    assert (tmp_path / "taken").read_text() == "mine"
    pytest.importorskip("fsspec", reason="the extra `cloud` is not installed")
    from freetext.files.disk.addresses import remove, write_bytes  # noqa: PLC0415

    write_bytes(b"mine", "memory://survey/taken")
    with pytest.raises(OutputError, match="taken: is a file, and coded parts need a folder"):
        code_folder(parted, f"memory://survey/taken{slash}", text="verbatim", model=bundle)
    remove("memory://survey/taken")
