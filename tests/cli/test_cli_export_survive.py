"""Exports that are killed, and exports on a full disk."""

import os
import random
import shutil
import subprocess
import sys
import time

import pytest

posix = pytest.mark.skipif(os.name != "posix", reason="signals and limits of POSIX")


@pytest.fixture(scope="module", name="exported")
def _exported(freetext, demo, tmp_path_factory):
    """The demo, exported by one command; not to be written to."""
    folder = tmp_path_factory.mktemp("exported") / "out"
    assert freetext("export", "--all", "--nets", "--project", demo, "-o", folder).code == 0
    return folder


def exporting(demo, folder, *more, limit=0):
    """A process that exports the demo; with a limit no file may grow beyond it."""
    code = (
        "import resource, signal, sys\n"
        f"if {limit}:\n"
        "    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"    resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))\n"
        f"sys.argv = ['freetext', 'export', '--all', '--nets', '--project', {str(demo)!r}, '-o', {str(folder)!r}, *{list(more)!r}]\n"
        "from freetext.cli import alone\nalone()"
    )
    return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@posix
@pytest.mark.slow
@pytest.mark.parametrize("finished", [0, 1, 3, 5, 7, 9])
def test_a_process_that_is_killed_leaves_whole_files(demo, exported, tmp_path, listing, finished):
    """Killed while any file is being written, an export leaves each file whole or not at all."""
    whole, folder = listing(exported), tmp_path / "out"
    process = exporting(demo, folder)
    until = time.monotonic() + 60
    while not folder.exists() or sum(each.name in whole for each in folder.iterdir()) < finished:
        assert time.monotonic() < until
        time.sleep(0.001)
    time.sleep(random.Random(finished).uniform(0, 0.05))
    process.kill()
    process.communicate()
    left = {name: data for name, data in listing(folder).items() if not name.endswith(".tmp")}
    assert len(left) >= finished
    assert all(whole[name] == data for name, data in left.items())


@posix
@pytest.mark.slow
@pytest.mark.parametrize("limit", [100, 20_000, 50_000])
def test_a_full_disk_leaves_what_was_there(demo, exported, tmp_path, listing, limit):
    """Where a file may not grow, one line says so, no half file stands, and old files are as they were."""
    shutil.copytree(exported, tmp_path / "out")
    before = listing(tmp_path / "out")
    process = exporting(demo, tmp_path / "out", "--force", limit=limit)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 2, said
    assert "Traceback" not in said
    assert "cannot be written" in said.splitlines()[-1]
    assert listing(tmp_path / "out") == before
