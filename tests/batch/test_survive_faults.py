"""Coding a folder on a full disk, with parts that are damaged, and with a cluster that is lost: what failed is named, the rest stands."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from tests.batch.coding_runs import PATIENCE, Survey, parts_in, posix, wait_for
from tests.batch.dask_processes import running_cluster

pytestmark = pytest.mark.slow
WAYS = [("--workers", "1"), ("--workers", "2")]


@pytest.fixture
def out(tmp_path):
    """Where a run writes."""
    return tmp_path / "out"


@pytest.fixture
def small_disk(tmp_path, survey: Survey):
    """A disk with room for half of what is to be written, and how to enlarge it."""
    folder = tmp_path / "disk"
    folder.mkdir()
    pages = sum(-(-len(each) // 4096) for each in survey.expected.values())
    if shutil.which("mount") is None or mounted(folder, f"size={pages * 4096 // 2}"):
        pytest.skip("no small disk can be mounted here")
    yield folder, lambda: mounted(folder, "remount,size=64m")
    subprocess.run(["umount", str(folder)], check=True)


def mounted(folder, options):
    """Mount a disk in memory; the error's code."""
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    return subprocess.run(command, capture_output=True, check=False).returncode


@posix
@pytest.mark.parametrize("how", WAYS)
def test_a_full_disk_stops_the_run_and_nothing_is_half(survey: Survey, small_disk, how):
    """On a full disk the run ends with what fits, says why, and goes on once there is room."""
    disk, enlarge = small_disk
    said = survey.rerun(disk / "out", *how, code=None)
    assert "the disk is full" in said
    assert "Traceback" not in said
    assert 0 < parts_in(disk / "out") < len(list(survey.source.iterdir()))
    assert not list((disk / "out").rglob("*.tmp"))
    enlarge()
    survey.rerun(disk / "out", *how)
    survey.check(disk / "out")


@posix
def test_a_file_that_may_not_grow_fails_its_part(survey: Survey, tmp_path, out):
    """Where the system refuses to write a part (as a quota does), the part is named and nothing of it stands."""
    import resource  # noqa: PLC0415  # there is none on Windows

    largest = max(len(each) for each in survey.expected.values())

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest - 1, largest - 1))

    said = "".join((driver := survey.start(out, preexec_fn=limit)).communicate(timeout=PATIENCE))
    assert driver.returncode != 0
    assert "cannot be written: File too large" in said
    assert not list(out.rglob("*.tmp"))
    survey.rerun(out)
    survey.check(out)


DAMAGES = {
    "corrupt": lambda path: path.write_bytes(path.read_bytes()[:-40] + b"x" * 40),
    "empty": lambda path: path.write_bytes(b""),
    "no table": lambda path: path.write_bytes(b"PAR1 this is none PAR1"),
    "torn": lambda path: path.write_bytes(path.read_bytes()[:60] + b"\xff" * 80 + path.read_bytes()[140:]),
}


@pytest.mark.parametrize("how", WAYS)
@pytest.mark.parametrize("damage", list(DAMAGES))
def test_a_damaged_part_is_named_and_the_others_stand(survey: Survey, tmp_path, out, damage, how):
    """A Parquet part that cannot be read is named; all others are coded; when it is whole again the same command does the rest."""
    damaged = survey.copied(tmp_path / "in")
    part = damaged.source / "p06.parquet"
    DAMAGES[damage](part)
    said = damaged.rerun(out, *how, code=2)
    assert "p06.parquet" in said
    assert "Traceback" not in said
    assert "Error" not in said
    damaged.check_parts(out, without=["p06"])
    assert not (out / "_SUCCESS.json").exists()
    shutil.copy2(survey.source / part.name, part)
    damaged.rerun(out, *how)
    damaged.check(out)


@pytest.mark.parametrize("name", ["p06.parquet", "p07.csv"])
def test_a_part_of_another_schema_is_named_and_the_others_stand(survey: Survey, tmp_path, out, name, answers_to):
    """A part without the column of verbatims is named with the columns that it has; all others are coded."""
    damaged = survey.copied(tmp_path / "in")
    answers_to(damaged.source / name, [("1", "more money")], head=("id", "comment"))
    said = damaged.rerun(out, "--workers", "2", code=2)
    assert name in said
    assert "comment" in said
    damaged.check_parts(out, without=[name[:3]])
    shutil.copy2(survey.source / name, damaged.source / name)
    damaged.rerun(out)
    damaged.check(out)


@posix
@pytest.mark.parametrize("how", WAYS)
def test_a_part_that_vanishes_is_named_and_the_others_stand(survey: Survey, tmp_path, out, how):
    """A part that is taken away while the run is under way is named; the others stand; back again, it is coded."""
    damaged = survey.copied(tmp_path / "in")
    driver = damaged.start(out, *how)
    assert wait_for(lambda: parts_in(out) >= 1, driver)
    (damaged.source / "p29.csv").unlink()
    said = "".join(driver.communicate(timeout=PATIENCE))
    assert driver.returncode == 2, said
    assert "p29.csv" in said
    damaged.check_parts(out, without=["p29"])
    shutil.copy2(survey.source / "p29.csv", damaged.source / "p29.csv")
    damaged.rerun(out, *how)
    damaged.check(out)


@posix
def test_a_lost_scheduler_is_named_and_the_rest_is_done_without_it(survey: Survey, tmp_path, out):
    """When the Dask scheduler is killed the driver ends soon, with what is done, says so, and processes here do the rest."""
    pytest.importorskip("distributed", reason="the extra `dask` is not installed")
    with running_cluster(tmp_path) as cluster:
        driver = survey.start(out, "--scheduler", cluster.address)
        assert wait_for(lambda: parts_in(out) >= 3, driver)
        cluster.scheduler.kill()
        said = "".join(driver.communicate(timeout=PATIENCE))
    assert driver.returncode == 2, said
    assert "the connection to the scheduler is lost. What is done stands" in said
    assert "Traceback" not in said
    assert 3 <= parts_in(out) < len(list(survey.source.iterdir()))
    survey.rerun(out, "--workers", "2")
    survey.check(out)


@posix
def test_a_lost_worker_of_a_cluster_changes_no_byte(survey: Survey, tmp_path, out):
    """A worker of an existing cluster that is killed is missed by nobody: others do its parts."""
    pytest.importorskip("distributed", reason="the extra `dask` is not installed")
    with running_cluster(tmp_path, workers=2) as cluster:
        driver = survey.start(out, "--scheduler", cluster.address)
        assert wait_for(lambda: parts_in(out) >= 3, driver)
        cluster.workers[0].kill()
        said = "".join(driver.communicate(timeout=PATIENCE))
    assert driver.returncode == 0, said
    survey.check(out)
