"""One function over many parts, here, on processes and on clusters."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import textwrap
import time
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from joblib import parallel_config
from tests.batch import deadly_works
from tests.batch.dask_processes import HOME, running_cluster

from freetext.batch.clusters import on_dask
from freetext.batch.schedulers import run_parts
from freetext.batch.tasks import Run, Task
from freetext.errors import UsageError

PARTS = list(range(12))
WAYS = [
    pytest.param({"workers": 1}, id="here"),
    pytest.param({"workers": 2}, id="processes"),
    pytest.param({"workers": 2, "scheduler": "local"}, id="dask"),
]
posix = pytest.mark.skipif(os.name != "posix", reason="the system has no SIGKILL")


def ran(work, parts=PARTS, **how):
    """What came back, part by part, and what failed."""
    if how.get("scheduler"):
        pytest.importorskip("distributed", reason="the extra `dask` is not installed")
    rows: list[tuple[int, int]] = []
    failures = run_parts(parts, work, on_done=lambda part, row: rows.append((part, row)), **how)
    return sorted(rows), {failure.part: failure.what for failure in failures}


@pytest.mark.parametrize("how", WAYS)
def test_every_part_is_done_once(how):
    """Every part comes back once with its own row, whatever runs it."""
    rows, failed = ran(deadly_works.doubled, **how)
    assert failed == {}
    assert rows == [(part, part * 2) for part in PARTS]


@pytest.mark.parametrize("how", WAYS)
def test_an_error_is_that_of_its_part(how):
    """A part that fails is named with its reason, the others are done; an error that is not ours is told without its text."""
    rows, failed = ran(deadly_works.failing, **how)
    assert rows == [(part, part * 2) for part in PARTS if part not in {3, 4, 5}]
    assert failed[3] == "part-3.csv: is corrupt."
    assert "ValueError in deadly_works.py, line" in failed[4]
    assert "Miller" not in failed[4]
    assert "not enough memory" in failed[5]


@pytest.mark.parametrize("how", WAYS)
def test_a_full_disk_ends_the_run(how):
    """When the disk is full no further part is begun: each is named, with why."""
    rows, failed = ran(deadly_works.filling, list(range(40)), **how)
    assert rows == [(part, part * 2) for part in range(3)]
    assert sorted(failed) == list(range(3, 40))
    assert "the disk is full" in failed[3]
    assert failed[39] == "it was not begun, for the disk is full."


@posix
@pytest.mark.parametrize("how", WAYS[1:])
def test_killed_workers_lose_nothing(how, tmp_path):
    """Workers that are killed now and then cost time and nothing else."""
    rows, failed = ran(partial(deadly_works.deadly_once, folder=str(tmp_path)), **how)
    assert failed == {}
    assert rows == [(part, part * 2) for part in PARTS]


@posix
@pytest.mark.parametrize("how", WAYS[1:])
def test_workers_killed_with_a_row_in_hand_lose_nothing(how, tmp_path):
    """A worker that dies when its part is done and its row not yet fetched costs time and nothing else."""
    rows, failed = ran(partial(deadly_works.deadly_after, folder=str(tmp_path)), **how)
    assert failed == {}
    assert rows == [(part, part * 2) for part in PARTS]


@posix
@pytest.mark.parametrize("how", WAYS[1:])
def test_a_part_that_kills_its_workers_is_named(how):
    """A part that ends its worker again and again is given up by name, and all others are done."""
    rows, failed = ran(deadly_works.deadly, **how)
    assert rows == [(part, part * 2) for part in PARTS if part not in {3, 7}]
    assert sorted(failed) == [3, 7]
    assert all("its worker was killed" in what for what in failed.values())


def test_no_parts_are_no_work():
    """Nothing to do starts nothing."""
    assert ran(deadly_works.doubled, [], workers=2) == ([], {})


@pytest.mark.parametrize("backend", ["threading", "multiprocessing"])
def test_the_backend_of_the_caller_is_used(backend):
    """`joblib` runs under whatever backend is active, whether it gives results one by one or all at once."""
    with parallel_config(backend=backend, n_jobs=2):
        rows, failed = ran(deadly_works.doubled, list(range(40)), scheduler="joblib")
    assert rows == [(part, part * 2) for part in range(40)]
    assert failed == {}


@posix
def test_a_killed_worker_of_the_callers_backend_is_told():
    """A backend that loses its workers ends the run with what stands and what to do; the next run is not troubled."""
    with parallel_config(backend="loky", n_jobs=2):
        with pytest.raises(UsageError, match=r"a worker of the active backend was killed.*What is done stands"):
            ran(deadly_works.deadly, scheduler="joblib")
        rows, failed = ran(deadly_works.doubled, scheduler="joblib")
    assert (len(rows), failed) == (len(PARTS), {})


def test_a_process_works_on_one_part_at_a_time(tmp_path):
    """Threads of one process wait for each other: a model's caches are not made for several."""
    with parallel_config(backend="threading", n_jobs=3):
        rows, failed = ran(partial(deadly_works.alone, folder=str(tmp_path)), scheduler="joblib")
    assert (len(rows), failed) == (len(PARTS), {})


class Sent:
    """A part that counts, where it leaves this process, how many have left it."""

    left = 0

    def __init__(self, number: int) -> None:
        self.number = number

    def __reduce__(self):
        Sent.left += 1
        return int, (self.number,)


@pytest.mark.parametrize("how", WAYS[1:])
def test_few_parts_wait(how):
    """Parts leave the list as workers become free: a few a worker wait, however long the list is."""
    if how.get("scheduler"):
        pytest.importorskip("distributed", reason="the extra `dask` is not installed")
    waiting, done = [], []
    Sent.left = 0

    def on_done(part: Sent, _row: int) -> None:
        done.append(part.number)
        waiting.append(Sent.left - len(done))

    parts: list[Any] = [Sent(number) for number in range(100)]
    assert run_parts(parts, deadly_works.doubled, on_done=on_done, **how) == []
    assert sorted(done) == list(range(100))
    assert max(waiting) <= 8


def test_a_worker_elsewhere_that_sees_no_file_says_so():
    """A file that is missing on another machine is told with that machine and the remedy."""
    task = Task(0, 7, deadly_works.missing, host="driver.example.org")
    assert "workers must see the same paths" in task().what
    assert "workers must see" not in Task(0, 7, deadly_works.missing)().what


def test_a_worker_of_another_version_is_refused():
    """Workers code with the version that the driver has, or not at all."""
    task = pickle.loads(pickle.dumps(Task(0, 1, deadly_works.doubled, version="0.0.1")))
    assert "install one version" in task().what


@posix
def test_workers_end_with_a_driver_that_is_killed(tmp_path):
    """SIGKILL of the driver ends its workers within seconds: none goes on unseen."""
    program = f"""
    from functools import partial
    from freetext.batch.schedulers import run_parts
    from tests.batch.deadly_works import telling_pid
    if __name__ == "__main__":
        run_parts(list(range(400)), partial(telling_pid, folder={str(tmp_path)!r}), workers=2)
    """
    driver = subprocess.Popen([sys.executable, "-c", textwrap.dedent(program)], cwd=HOME, stderr=subprocess.PIPE)
    pids = worker_pids(tmp_path)
    driver.kill()
    driver.communicate()
    assert all_gone(pids)


@posix
def test_ctrl_c_stops_the_workers(tmp_path):
    """Ctrl-C ends driver and workers at once, and workers say nothing of it."""
    program = f"""
    from functools import partial
    from freetext.batch.schedulers import run_parts
    from tests.batch.deadly_works import telling_pid
    if __name__ == "__main__":
        try:
            run_parts(list(range(400)), partial(telling_pid, folder={str(tmp_path)!r}), workers=2)
        except KeyboardInterrupt:
            print("stopped")
    """
    driver = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program)],
        cwd=HOME,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    pids = worker_pids(tmp_path)
    os.killpg(driver.pid, signal.SIGINT)
    said, complained = driver.communicate(timeout=10)
    assert said == b"stopped\n"
    assert complained == b""
    assert all_gone(pids)


def worker_pids(folder: Path) -> set[int]:
    """The processes that two parts have told."""
    end = time.monotonic() + 20
    while len(told := list(folder.glob("*.pid"))) < 4 and time.monotonic() < end:
        time.sleep(0.05)
    return {int(each.read_text(encoding="ascii") or 0) for each in told} - {0}


def all_gone(pids: set[int]) -> bool:
    """Whether these processes end within five seconds."""
    psutil = pytest.importorskip("psutil")
    _gone, left = psutil.wait_procs([psutil.Process(pid) for pid in pids if psutil.pid_exists(pid)], timeout=5)
    return bool(pids) and not left


@posix
def test_a_scheduler_that_is_lost_is_named_and_nothing_hangs(tmp_path):
    """When the Dask scheduler is killed what is done stands, and the error says what to do; a cluster that is there is not ended."""
    pytest.importorskip("distributed", reason="the extra `dask` is not installed")
    rows: list[int] = []
    with running_cluster(tmp_path) as cluster:

        def done(part: int, _row: int) -> None:
            rows.append(part)
            if len(rows) == 2:
                cluster.scheduler.kill()

        with pytest.raises(UsageError, match=r"the connection to the scheduler is lost\. What is done stands"):
            run_parts(PARTS, deadly_works.slow, scheduler=cluster.address, on_done=done)
    assert 2 <= len(rows) < len(PARTS)


def test_a_cluster_that_is_there_is_used_and_stays(tmp_path):
    """An existing cluster is used by its scheduler file or its address, twice, and its workers' threads wait for each other."""
    pytest.importorskip("distributed", reason="the extra `dask` is not installed")
    marks = tmp_path / "marks"
    marks.mkdir()
    with running_cluster(tmp_path, options=("--nthreads", "3")) as cluster:
        for _ in range(2):
            rows, failed = ran(partial(deadly_works.alone, folder=str(marks)), scheduler=cluster.address)
            assert (len(rows), failed) == (len(PARTS), {})
        assert cluster.scheduler.poll() is None


def test_a_cluster_without_workers_is_not_waited_for_for_ever(tmp_path):
    """When there is no worker for as long as one has patience the error says so."""
    pytest.importorskip("distributed", reason="the extra `dask` is not installed")
    with running_cluster(tmp_path, workers=0) as cluster:
        begun = time.monotonic()
        with pytest.raises(UsageError, match="no worker for 1 seconds"):
            on_dask(Run(PARTS, deadly_works.doubled, print), cluster.address, 1, patience=1.0)
        assert time.monotonic() - begun < 15


def test_a_scheduler_that_is_not_there_is_named():
    """An address at which nobody answers, and a file that is not there, are named with what helps."""
    pytest.importorskip("distributed", reason="the extra `dask` is not installed")
    for address in ("tcp://127.0.0.1:1", "/no/such/file.json"):
        with pytest.raises(UsageError, match=f"--scheduler {address}: no "):
            run_parts(PARTS, deadly_works.doubled, scheduler=address)


@pytest.mark.parametrize("address", ["foo", "tcp://host", "host:", "local:x"])
def test_what_is_no_address_is_refused_at_once(address):
    """Nobody waits for an answer from what cannot be called."""
    with pytest.raises(UsageError, match=r"an address reads like tcp://host:8786"):
        run_parts(PARTS, deadly_works.doubled, scheduler=address)


def test_without_dask_the_extra_is_named():
    """Without Dask, --scheduler says how to get it, and nothing else needs it."""
    program = (
        "import sys; sys.modules['distributed'] = None\n"
        "from freetext.batch.schedulers import run_parts\n"
        "from freetext.errors import UsageError\n"
        "print(run_parts([1], abs))\n"
        "try: run_parts([1], abs, scheduler='local')\n"
        "except UsageError as error: print(error)\n"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert said == "[]\n--scheduler needs Dask: pip install 'freetext[dask]'\n"
