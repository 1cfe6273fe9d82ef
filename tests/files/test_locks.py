import json
import os
import signal
import subprocess
import sys
import time
from subprocess import DEVNULL

import pytest

from freetext.errors import InputError, OutputError, UsageError
from freetext.files.labelling.locks import SILENT, active_coders, coder_lock, lock_path, this_host

HOLD = """
import sys, time
from pathlib import Path
from freetext.files.labelling.locks import coder_lock
with coder_lock(Path(sys.argv[1]), sys.argv[2]) as lock:
    print(lock.note, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(name="hold")
def _hold(tmp_path):
    """Start processes that hold a coder's lock until they are let go."""
    begun = []

    def start(coder):
        process = subprocess.Popen(
            [sys.executable, "-c", HOLD, tmp_path, coder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        begun.append(process)
        assert process.stdout is not None
        process.stdout.readline()
        return process

    yield start
    for process in begun:
        process.kill()
        process.communicate()


def test_a_lock_says_who_holds_it_and_goes_with_its_session(tmp_path):
    """While a session lasts its lock names coder, machine, process, time and session; afterwards nothing is left."""
    with coder_lock(tmp_path / "new", "ada", clock=lambda: 86_400.0) as lock:
        said = json.loads((tmp_path / "new" / ".ada.lock").read_bytes())
        assert {key: said[key] for key in ("coder", "host", "pid", "time", "session")} == {
            "coder": "ada",
            "host": this_host(),
            "pid": os.getpid(),
            "time": "1970-01-02T00:00:00Z",
            "session": lock.holder.session,
        }
        assert lock.note == ""
        assert active_coders(tmp_path / "new") == ("ada",)
    assert list((tmp_path / "new").iterdir()) == []
    assert active_coders(tmp_path / "new") == active_coders(tmp_path / "none") == ()


def test_a_second_session_of_a_coder_is_refused(tmp_path, hold):
    """Another process of the same coder is refused with the first one's name and what mends it; another coder is not."""
    first = hold("Ada")
    with pytest.raises(UsageError, match=rf"'ada' is at work already: .+, process {first.pid}, since .+--force"):
        coder_lock(tmp_path, "ada").__enter__()
    with coder_lock(tmp_path, "ben"):
        assert active_coders(tmp_path) == ("Ada", "ben")
    first.communicate("")
    with coder_lock(tmp_path, "ada") as lock:
        assert lock.note == ""


def test_a_killed_session_leaves_a_stale_lock(tmp_path, hold):
    """The lock of a process that was killed is taken over, and that is said, though nobody has looked at the dead one yet."""
    first = hold("ada")
    first.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
    for _ in range(200):
        if active_coders(tmp_path) == ():
            break
        time.sleep(0.02)
    assert lock_path(tmp_path, "ada").exists()
    with coder_lock(tmp_path, "ada") as lock:
        assert "'ada'" in lock.note
        assert f"process {first.pid}, since" in lock.note
        assert "is gone; taken over" in lock.note


def test_one_process_cannot_hold_a_lock_twice(tmp_path):
    """A second session inside the same process is refused too, however the name is spelled."""
    with coder_lock(tmp_path, "ada"), pytest.raises(UsageError, match="at work already"):
        coder_lock(tmp_path, "ADA").__enter__()


def test_another_process_of_the_same_number_holds_nothing(tmp_path):
    """A process that began at another time than the lock's is another one: the lock is stale."""
    with coder_lock(tmp_path, "ada"):
        path = lock_path(tmp_path, "ada")
        said = json.loads(path.read_bytes())
        if not said["started"]:
            pytest.skip("this system does not tell when a process began")
        path.write_text(json.dumps({**said, "started": "1"}))
        with coder_lock(tmp_path, "ada") as second:
            assert "is gone" in second.note


@pytest.mark.parametrize(("silent", "live"), [(SILENT - 30, True), (SILENT + 30, False), (-3600, True)])
def test_another_machines_session_lives_by_its_signs(tmp_path, silent, live):
    """A lock of another machine holds for ten minutes after its last sign, whether or not a process here has its number."""
    now = time.time() + silent
    with coder_lock(tmp_path, "ada", host="attic", pid=os.getpid()):
        assert active_coders(tmp_path, host="cellar", clock=lambda: now) == (("ada",) if live else ())
        second = coder_lock(tmp_path, "ada", host="cellar", clock=lambda: now)
        if live:
            with pytest.raises(UsageError, match=r"attic, process .+ wait until 10 minutes after its last decision"):
                second.__enter__()
        else:
            with second as lock:
                assert "on attic, process" in lock.note


def test_a_decision_is_a_sign(tmp_path):
    """A lock that was silent lives again when it is refreshed."""
    with coder_lock(tmp_path, "ada", host="attic") as lock:
        os.utime(lock.path, (0, 0))
        assert active_coders(tmp_path, host="cellar") == ()
        lock.refresh()
        assert active_coders(tmp_path, host="cellar") == ("ada",)


def test_force_takes_over_and_the_first_session_hears_of_it(tmp_path):
    """With force a live lock changes hands; the first session's next decision is refused, and its end leaves the new lock alone."""
    with coder_lock(tmp_path, "ada", host="attic") as first:
        with coder_lock(tmp_path, "ada", host="cellar", force=True) as second:
            assert "attic" in second.note
            with pytest.raises(UsageError, match=r"'ada' is at work elsewhere now \(cellar, process"):
                first.refresh()
            first.release()
            assert active_coders(tmp_path, host="cellar") == ("ada",)
            second.refresh()
        assert active_coders(tmp_path, host="attic") == ()


def test_a_lock_that_was_removed_is_made_again(tmp_path):
    """Somebody who tidies up does no harm."""
    with coder_lock(tmp_path, "ada") as lock:
        lock.path.unlink()
        lock.refresh()
        assert active_coders(tmp_path) == ("ada",)


@pytest.mark.parametrize(
    "torn", [b"", b'{"coder": "a', b"[1]", b"\xff", b'{"coder": 1, "host": "", "pid": 1}', b"[" * 99_999]
)
def test_a_lock_that_cannot_be_read_is_just_being_written_or_stale(tmp_path, torn):
    """A torn lock refuses for a moment, and is stale after that; nobody is at work by it."""
    lock_path(tmp_path, "ada").write_bytes(torn)
    assert active_coders(tmp_path) == ()
    with pytest.raises(UsageError, match="another session is just beginning"):
        coder_lock(tmp_path, "ada").__enter__()
    later = time.time() + 30
    with coder_lock(tmp_path, "ada", clock=lambda: later) as lock:
        assert "an unknown machine" in lock.note


def test_a_lock_of_a_later_version_is_read(tmp_path):
    """Keys that we do not know are passed over."""
    with coder_lock(tmp_path, "ada") as lock:
        lock.path.write_text(json.dumps({**json.loads(lock.path.read_bytes()), "colour": "red"}))
        assert active_coders(tmp_path) == ("ada",)


@pytest.mark.parametrize("pid", [0, -1, 2**70])
def test_numbers_that_no_process_has_are_gone(tmp_path, pid):
    """A lock by an impossible process of this machine is stale, and no process is signalled."""
    with coder_lock(tmp_path, "ada", pid=pid):
        assert active_coders(tmp_path) == ()


def test_places_and_names_that_will_not_do_are_told(tmp_path):
    """A folder that cannot be made is an output error, a name that makes no file an input error."""
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError):
        coder_lock(tmp_path / "file", "ada").__enter__()
    with pytest.raises(InputError, match="no name for a coder"):
        coder_lock(tmp_path, "../ada").__enter__()


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on a file's size")
def test_a_lock_that_does_not_fit_leaves_nothing(tmp_path):
    """On a full disk the lock is refused aloud, and no half of one stands in the way of the next session."""
    import resource  # noqa: PLC0415

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        with pytest.raises(OutputError):
            coder_lock(tmp_path, "ada").__enter__()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert list(tmp_path.iterdir()) == []


def test_of_many_that_begin_at_once_one_holds_the_lock(tmp_path):
    """Several processes want a stale lock at the same time: exactly one gets it."""
    with coder_lock(tmp_path, "ada", pid=2**70):
        every = [
            subprocess.Popen(
                [sys.executable, "-c", HOLD, tmp_path, "ada"], stdin=subprocess.PIPE, stdout=DEVNULL, stderr=DEVNULL
            )
            for _ in range(4)
        ]
        until = time.monotonic() + 120
        while sum(process.poll() is None for process in every) > 1 and time.monotonic() < until:
            time.sleep(0.02)
        for process in every:
            process.communicate(b"")
    assert sorted(process.returncode for process in every) == [0, 1, 1, 1]
