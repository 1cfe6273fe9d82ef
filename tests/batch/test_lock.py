"""One run at a time in a folder, and signs of life however long a part takes."""

from __future__ import annotations

import json
import threading
import time
from dataclasses import asdict, replace

import pytest
from tests.batch.coding_runs import wait_for

from freetext.batch.keys import LOCK
from freetext.batch.lock import Driver, folder_lock
from freetext.errors import UsageError

GONE = Driver("elsewhere", 7, "1", 0.0, "dead")
OTHER = Driver("elsewhere", 7, "1", 9e12, "live")


@pytest.fixture
def out(tmp_path):
    """An output folder in which nobody is at work."""
    (tmp_path / LOCK).parent.mkdir()
    return tmp_path


def told(out):
    """Who holds the lock, as it stands."""
    return Driver(**json.loads((out / LOCK).read_text()))


def put(out, driver):
    """Write a lock."""
    (out / LOCK).write_text(json.dumps(asdict(driver)))


def test_a_stale_lock_goes_to_one_taker_alone(out):
    """Two runs that find the lock of a dead one at the same moment: one of them gets it, always."""
    for _ in range(150):
        put(out, GONE)
        begun, decided = threading.Barrier(2, timeout=20), threading.Barrier(2, timeout=20)
        held: list[int] = []

        def take(begun=begun, decided=decided, held=held):
            begun.wait()
            try:
                with folder_lock(str(out)):
                    held.append(1)
                    decided.wait()
            except UsageError:
                decided.wait()

        threads = [threading.Thread(target=take) for _ in range(2)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        assert len(held) == 1
        assert not list(out.rglob(".*"))


def test_a_lock_shows_that_its_run_is_alive(out):
    """While nothing ends the lock is dated anew all the same; it goes with its run."""
    with folder_lock(str(out), every=0.01):
        first = told(out)
        assert wait_for(lambda: told(out).seen > first.seen)
        assert told(out).is_same(first)
    assert not (out / LOCK).exists()


def test_a_run_that_was_taken_for_dead_ends(out):
    """Where another run has taken the lock over, this one learns of it, says who, and leaves the other's lock alone."""
    with folder_lock(str(out), every=0.01) as lock:
        lock.check()
        put(out, OTHER)
        assert wait_for(lambda: lock.lost)
        with pytest.raises(UsageError, match=r"another run has taken this folder over \(process 7 on elsewhere\)"):
            lock.check()
    assert told(out) == OTHER


def test_a_lock_that_somebody_removed_is_made_again(out):
    """A lock that was removed by hand ends no run, and comes back."""
    with folder_lock(str(out), every=0.01) as lock:
        (out / LOCK).unlink()
        assert wait_for((out / LOCK).exists)
        lock.look()
        assert told(out).is_same(lock.held)


def test_a_drive_that_stumbles_ends_no_run(out):
    """What cannot be read or written for a moment is no loss: the next sign counts."""
    with folder_lock(str(out), every=0.01) as lock:
        held = (out / LOCK).read_bytes()
        (out / LOCK).unlink()
        (out / LOCK).mkdir()
        lock.look()
        time.sleep(0.05)
        lock.check()
        (out / LOCK).rmdir()
        (out / LOCK).write_bytes(held[:20])
        lock.look()
        (out / LOCK).write_bytes(held)
        assert wait_for(lambda: told(out).seen > json.loads(held)["seen"])


def test_a_store_that_stumbles_ends_no_run():
    """At an address, too, signs are shown, errors end nothing, and another run is noticed."""
    pytest.importorskip("fsspec", reason="the extra `cloud` is not installed")
    from freetext.files.disk.addresses import exists, joined, read_bytes, remove, write_bytes  # noqa: PLC0415

    place = joined("memory://locked", LOCK)
    with folder_lock("memory://locked", every=0.01) as lock:
        first = json.loads(read_bytes(place))["seen"]
        assert wait_for(lambda: json.loads(read_bytes(place))["seen"] > first)
    assert not exists(place)
    with folder_lock("memory://locked") as lock:
        write_bytes(b"{", place)
        lock.look()
        write_bytes(json.dumps(asdict(replace(lock.held, run="other"))).encode(), place)
        with pytest.raises(UsageError, match="another run has taken"):
            lock.look()
    assert exists(place)
    remove(place)


@pytest.mark.parametrize("content", [b"{", b"[]", b"{}", b'{"host": 1, "pid": "x", "started": "", "seen": 0}'])
def test_a_torn_lock_is_taken_over_when_it_is_old(out, content):
    """What cannot be read is a lock that is just being written, or nobody's."""
    import os  # noqa: PLC0415

    (out / LOCK).write_bytes(content)
    with pytest.raises(UsageError, match="just beginning"), folder_lock(str(out)):
        pass
    os.utime(out / LOCK, (1, 1))
    with folder_lock(str(out)):
        assert told(out).pid == os.getpid()
