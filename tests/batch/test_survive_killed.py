"""Coding a folder while workers and drivers are killed: afterwards everything is there once, byte for byte."""

from __future__ import annotations

import os
import random
import signal
import subprocess

import pytest
from tests.batch.coding_runs import PATIENCE, Survey, content, parts_in, posix, wait_for, workers_of

pytestmark = [posix, pytest.mark.slow]
WAYS = [
    pytest.param(("--workers", "2"), id="processes"),
    pytest.param(("--workers", "2", "--scheduler", "local"), id="dask"),
]


@pytest.fixture
def out(tmp_path):
    """Where a run writes."""
    return tmp_path / "out"


def kill_one_worker(driver: subprocess.Popen[str], dice: random.Random) -> bool:
    """SIGKILL for one worker, if there is any."""
    workers = workers_of(driver)
    if workers:
        os.kill(dice.choice(workers).pid, signal.SIGKILL)
    return bool(workers)


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("how", WAYS)
def test_a_killed_worker_changes_no_byte(survey: Survey, out, how, seed):
    """SIGKILL of workers at random moments: the run goes on to the end, and its folder is that of an undisturbed run."""
    if "--scheduler" in how:
        pytest.importorskip("distributed", reason="the extra `dask` is not installed")
    dice = random.Random(seed)
    driver = survey.start(out, *how)
    killed = 0
    for _ in range(2):
        begun = parts_in(out) + dice.randint(1, 6)
        if wait_for(lambda: parts_in(out) >= begun, driver):  # noqa: B023  # called at once
            killed += kill_one_worker(driver, dice)
    said = "".join(driver.communicate(timeout=PATIENCE))
    assert (driver.returncode, killed > 0) == (0, True), said
    survey.check(out)


@pytest.mark.parametrize("seed", [3, 4])
@pytest.mark.parametrize("how", WAYS)
def test_a_killed_driver_is_gone_on_with(survey: Survey, out, how, seed):
    """SIGKILL of the driver at a random moment, twice: the same command again does what is left, and no byte is another."""
    if "--scheduler" in how:
        pytest.importorskip("distributed", reason="the extra `dask` is not installed")
    dice = random.Random(seed)
    for _ in range(2):
        driver = survey.start(out, *how)
        begun = parts_in(out) + dice.randint(1, 8)
        wait_for(lambda: parts_in(out) >= begun, driver)  # noqa: B023  # called at once
        driver.kill()
        driver.communicate(timeout=PATIENCE)
    stood = parts_in(out)
    assert 0 < stood < len(list(survey.source.iterdir()))
    survey.rerun(out, *how)
    survey.check(out)


@pytest.mark.parametrize("how", [("--workers", "1"), ("--workers", "2"), ("--workers", "2", "--scheduler", "local")])
def test_ctrl_c_leaves_what_is_done_and_nothing_half(survey: Survey, out, how):
    """Ctrl-C leaves whole parts and no temporary or lock, says how to go on, and the same command goes on."""
    if "--scheduler" in how:
        pytest.importorskip("distributed", reason="the extra `dask` is not installed")
    driver = survey.start(out, *how, start_new_session=True)
    wait_for(lambda: parts_in(out) >= 3, driver)
    os.killpg(driver.pid, signal.SIGINT)
    said, complained = driver.communicate(timeout=PATIENCE)
    assert driver.returncode == 130, said + complained
    assert "Traceback" not in said + complained
    assert "the same command goes on from there" in complained
    left = content(out, survey.source)
    assert "_SUCCESS.json" not in left
    assert not [name for name in left if name.endswith((".tmp", ".lock"))]
    assert all(left[name] == survey.expected[name] for name in left if name.startswith("part-"))
    survey.rerun(out, *how)
    survey.check(out)
