"""No decision that was acknowledged is ever lost, whatever kills the session."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="wants fork and SIGKILL")


def kill(folder, runs, between):
    """Kill so many reviews in a process of their own: a fork wants no threads."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.interfaces.killed_reviews", folder, str(runs), str(between), "7"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_killed_review_loses_nothing(tmp_path):
    """Every acknowledged decision is on the disk, none twice, and the session comes back to its place: a few kills."""
    found = kill(tmp_path, 24, 6)
    assert found["faults"] == []
    assert found["acknowledged"] > 50


@pytest.mark.slow
def test_two_hundred_killed_reviews_lose_nothing(tmp_path):
    """The same at 200 moments, 50 of them between writing and acknowledgement."""
    found = kill(tmp_path, 200, 50)
    assert found["faults"] == []
    assert found["between"] == 50
