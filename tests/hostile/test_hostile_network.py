"""Nothing goes over a network unless an address was given."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

SRC = Path(__file__).resolve().parents[2] / "src"
HOOK = """
import os, socket, sys

def watch(event, arguments):
    if not event.startswith("socket."):
        return
    family = getattr(arguments[0], "family", None) if arguments else None
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo") or (
        event in ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg")
        and family in (socket.AF_INET, socket.AF_INET6)
    ):
        os.write(2, ("NETWORK: %s %r" % (event, arguments)).encode("utf-8", "backslashreplace"))
        os._exit(99)

sys.addaudithook(watch)
"""
JOURNEY = """
demo survey
status
codeframe check
labels check
labels stats
labels export -o labels.csv
agreement
train
models list
models show
models verify
code survey.csv -o output/again.csv
tally output/again.csv
report output/again.csv -o output/second
verify output/second
audit draw -n 5 -o audit.csv
review --prepare --coder ada
review --export review.xlsx --coder eve --count 5
review --plain --coder eve
search money
evaluate output/again.csv --themes freetext_themes:barrier_why --labels freetext_themes:barrier_why
backcode show
check
redact survey.csv -o redacted.csv
export output/again.csv --all -o output/all
init new --from survey.csv
--version
--help
""".strip().splitlines()


@pytest.fixture(scope="module", name="watched")
def _watched(tmp_path_factory):
    """An environment in which Python ends itself when it looks up a host or opens a connection."""
    folder = tmp_path_factory.mktemp("watched")
    (folder / "sitecustomize.py").write_text(HOOK, encoding="utf-8")
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), str(SRC)]), "PYTHONWARNINGS": "ignore"}


def test_the_watch_sees_a_connection(watched):
    """The watch ends a process that looks up a host or connects to one, and leaves pairs of local sockets alone."""
    for said, code in (
        ("import socket; socket.socketpair()", 0),
        ("import asyncio; asyncio.run(asyncio.sleep(0))", 0),
        ("import socket; socket.create_connection(('127.0.0.1', 9))", 99),
        ("import urllib.request as r; r.urlopen('http://localhost:9/')", 99),
        ("import socket; socket.socket(socket.AF_INET6).bind(('::1', 0))", 99),
    ):
        done = subprocess.run([sys.executable, "-c", said], env=watched, capture_output=True, check=False)
        assert done.returncode == code, said


@pytest.mark.slow
def test_no_command_opens_a_connection(watched, tmp_path):
    """No command of the demo's journey looks up a host or opens a connection, IPv4 or IPv6."""
    home = tmp_path
    for words in JOURNEY:
        done = subprocess.run(
            [sys.executable, "-m", "freetext", *words.split()],
            env=watched,
            cwd=home,
            capture_output=True,
            text=True,
            input="q\n",
            check=False,
        )
        assert "NETWORK" not in done.stderr, (words, done.stderr)
        assert done.returncode in (0, 1, 3), (words, done.stderr)
        home = tmp_path / "survey"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of the system's own")
def test_the_review_on_a_screen_opens_none(watched, tmp_path):
    """A review on a screen, whose event loop needs a pair of sockets, opens no connection either."""
    import pty  # noqa: PLC0415

    run = [sys.executable, "-m", "freetext"]
    subprocess.run([*run, "demo", "survey"], env=watched, cwd=tmp_path, capture_output=True, check=True)
    driver, screen = pty.openpty()
    place = {"env": {**watched, "TERM": "xterm"}, "cwd": tmp_path / "survey", "stdin": screen, "stdout": screen}
    with subprocess.Popen([*run, "review", "--coder", "eve"], stderr=screen, **place) as review:
        os.close(screen)
        os.set_blocking(driver, False)
        seen, end = b"", time.monotonic() + 60
        while review.poll() is None and time.monotonic() < end:
            time.sleep(0.2)
            seen += _read(driver)
            if len(seen) > 2_000:
                os.write(driver, b"q")
        seen += _read(driver)
        review.kill()
    os.close(driver)
    assert b"NETWORK" not in seen
    assert len(seen) > 2_000
    assert review.returncode in (0, 1)


def _read(driver):
    try:
        return os.read(driver, 1_000_000)
    except OSError:
        return b""
