"""Hostile files made, read in children under limits, and what came of each; a child that dies is followed by another."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.hostile.mutations import mutated
from tests.hostile.readers import READERS, samples_of

ROOT = Path(__file__).resolve().parents[2]
QUIET = {
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "MALLOC_ARENA_MAX": "2",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
    "PYTHONWARNINGS": "error",
}
"""One thread and the system's own memory, so that address space is a fair measure of memory."""


@dataclass(frozen=True)
class Trial:
    """A hostile file: for which reader, what it is called in reports, its ending, and its bytes."""

    reader: str
    name: str
    file: str
    data: bytes


@dataclass(frozen=True)
class Came:
    """What came of a trial: read, refused, or fault; and what was said."""

    trial: Trial
    outcome: str
    what: str


def trials(reader: str, seeds: Iterable[int], samples: Path) -> Iterator[Trial]:
    """Mutate the sound files of a reader; the same seed makes the same file."""
    sound = samples_of(reader, samples)
    for seed in seeds:
        dice = random.Random(f"{reader} {seed}")
        chosen = dice.choice(sound)
        data = mutated(chosen.read_bytes(), READERS[reader].kind, dice)
        yield Trial(reader, f"{reader} {seed} ({chosen.name})", chosen.name, data)


def came(tried: Iterable[Trial], samples: Path) -> list[Came]:
    """Read every file in a child, and say how each went."""
    left = list(tried)
    found: list[Came] = []
    with tempfile.TemporaryDirectory() as scratch:
        while left:
            done = _one_child(left, samples, Path(scratch))
            found += done
            left = left[len(done) :]
    return found


def faults(all_of_them: Iterable[Came]) -> list[str]:
    """What went wrong, a line each."""
    return [f"{each.trial.name}: {each.what}" for each in all_of_them if each.outcome == "fault"]


def _one_child(left: list[Trial], samples: Path, scratch: Path) -> list[Came]:
    """Read files until they are all read, or the child dies of one."""
    readers = ",".join(dict.fromkeys(each.reader for each in left))
    command = [sys.executable, str(ROOT / "tests" / "hostile" / "child.py"), readers, str(samples)]
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    environment = {**os.environ, **QUIET, "HOSTILE_SCRATCH": str(scratch), "PYTHONPATH": paths}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    found: list[Came] = []
    with subprocess.Popen(command, text=True, env=environment, cwd=scratch, **pipes) as child:  # type: ignore[call-overload]
        assert child.stdin is not None
        assert child.stdout is not None
        if not child.stdout.readline():
            raise AssertionError(child.stderr.read())
        for trial in left:
            path = scratch / trial.file
            path.write_bytes(trial.data)
            child.stdin.write(json.dumps([trial.reader, str(path)]) + "\n")
            child.stdin.flush()
            child.stdout.readline()
            line = child.stdout.readline()
            path.unlink()
            if not line:
                found.append(Came(trial, "fault", _died(child)))
                break
            found.append(Came(trial, *json.loads(line)))
        child.stdin.close()
    return found


def _died(child: subprocess.Popen[str]) -> str:
    code = child.wait()
    said = child.stderr.read()[-400:] if child.stderr else ""
    what = "took more than 5 seconds" if code in (-14, -27) else f"ended the process ({code})"
    return f"{what}: {said.strip()}"
