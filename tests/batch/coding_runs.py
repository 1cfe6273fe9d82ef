"""Runs of `freetext code FOLDER -o OUT/` in processes of their own, to be killed, and what they leave."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

PATIENCE = 60


@dataclass
class Survey:
    """A folder of parts, the bundle that codes them, and what an undisturbed run makes of them, byte for byte."""

    source: Path
    bundle: Path
    expected: dict[str, bytes]

    def arguments(self, out: Path | str, *options: str, source: Path | str = "") -> list[str]:
        """What stands behind `freetext` to code the folder."""
        columns = ["--model", str(self.bundle), "--text", "verbatim", "--id", "id"]
        return ["code", str(source or self.source), "-o", f"{out}/", *columns, *options]

    def start(self, out: Path | str, *options: str, **how: Any) -> subprocess.Popen[str]:
        """Begin to code in another process."""
        return started(self.arguments(out, *options), **how)

    def copied(self, folder: Path) -> Survey:
        """The same survey with a folder of parts that may be damaged."""
        shutil.copytree(self.source, folder)
        return replace(self, source=folder)

    def check(self, out: Path) -> None:
        """See that a folder holds what an undisturbed run makes: nothing missing, nothing twice, nothing besides."""
        found = content(out, self.source)
        assert sorted(found) == sorted(self.expected)
        assert [name for name in found if found[name] != self.expected[name]] == []

    def check_parts(self, out: Path, *, without: Sequence[str] = ()) -> None:
        """See that these coded parts do not stand, and all others do."""
        numbers = {int(name[1:3]) + 1 for name in without}
        expected = {
            name: each
            for name, each in self.expected.items()
            if name.startswith("part-") and int(name[5:9]) not in numbers
        }
        assert {name: each for name, each in content(out, self.source).items() if name.startswith("part-")} == expected

    def rerun(self, out: Path, *options: str, code: int | None = 0) -> str:
        """Code in another process to the end, with this exit code (None: any but 0); gives what it said."""
        process = self.start(out, *options)
        said, complained = process.communicate(timeout=PATIENCE)
        assert process.returncode == code or (code is None and process.returncode), said + complained
        return said + complained


def started(arguments: Sequence[str], **how: Any) -> subprocess.Popen[str]:
    """`python -m freetext` with these arguments."""
    command = [sys.executable, "-m", "freetext", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **how)


def content(out: Path, source: Path) -> dict[str, bytes]:
    """All files below a folder, temporaries and locks among them if any were left.

    Of what is told about the run, where the parts came from and when they were looked at is left out.
    """
    found = {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}
    for name, held in found.items():
        if name.endswith(".json"):
            told = held.replace(json.dumps(str(source))[1:-1].encode(), b"SOURCE")
            found[name] = re.sub(rb'"(looked|changed)": [0-9]+', rb'"\1": 0', told)
    return found


def parts_in(out: Path) -> int:
    """How many parts stand."""
    return len(list(out.glob("part-*"))) if out.is_dir() else 0


def wait_for(there: Callable[[], object], process: subprocess.Popen[str] | None = None) -> bool:
    """Whether something comes about before the process ends, or in a minute."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if there():
            return True
        if process is not None and process.poll() is not None:
            return bool(there())
        time.sleep(0.01)
    return False


def workers_of(process: subprocess.Popen[str]) -> list[Any]:
    """The processes below a driver that are at work on parts."""
    psutil = pytest.importorskip("psutil")
    found = []
    with suppress(psutil.NoSuchProcess):
        for each in psutil.Process(process.pid).children(recursive=True):
            with suppress(psutil.NoSuchProcess):
                if "resource_tracker" not in (line := " ".join(each.cmdline())) and (
                    "loky" in line or "spawn_main" in line
                ):
                    found.append(each)
    return found


posix = pytest.mark.skipif(os.name != "posix", reason="the system has no SIGKILL")
