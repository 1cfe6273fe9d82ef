"""Reviews that are killed: forked from a warm parent, each ended by SIGKILL at some moment; what they left is looked at.

    python -m tests.interfaces.killed_reviews FOLDER RUNS BETWEEN SEED

Of the RUNS every so many are killed BETWEEN the writing of a decision and its acknowledgement, until there are so many of these. Prints
what was found as JSON.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
import time
from pathlib import Path

from tests.interfaces.test_desk import Ticking, project, survey_in

from freetext.files.labelling.labels import read_labels
from freetext.files.labelling.locks import coder_lock
from freetext.files.reviewing.batches import load_batch
from freetext.interfaces.desk import Clock, Desk
from freetext.interfaces.reviewed import Reviewed
from freetext.interfaces.wishes import Wishes
from freetext.survey.labels import Key, Label, standing

KEYS = ["1", "2", "n", "enter", "enter", "enter", "s", "u", "escape"]
Told = dict[str, list[object] | None]


class Watched(Desk):
    """A desk that can die when a decision has been written, and nobody has been told."""

    doomed = False
    written: list[Label]

    def _kept(self, labels: list[Label]) -> bool:
        kept = super()._kept(labels)
        if self.doomed and any(label.event == "label" for label in labels):
            os.kill(os.getpid(), signal.SIGKILL)
        self.written = labels
        return kept


def review(survey: Reviewed, pipe: int, dice: random.Random, *, doomed: bool) -> None:
    """Press keys for ever, and tell after each what was kept and which answer is at hand."""
    with coder_lock(survey.labels, "ada"):
        desk = Watched(survey, Wishes("ada", batch=8), clock=Clock(seconds=Ticking()))
        desk.written = []
        tell(pipe, desk, "begin")
        pressed = 0
        while True:
            pressed += 1
            desk.doomed = doomed and pressed > 6
            desk.written = []
            desk.press(dice.choice(KEYS))
            tell(pipe, desk, "pressed")


def tell(pipe: int, desk: Watched, what: str) -> None:
    """Acknowledge."""
    item = desk.session.item
    events = [[*label.key, label.event, *label.themes] for label in desk.written]
    line = {"what": what, "kept": events, "at": list(item.key) if item else None}
    os.write(pipe, (json.dumps(line) + "\n").encode())


def killed(survey: Reviewed, dice: random.Random, *, doomed: bool) -> list[dict[str, object]]:
    """Fork a review, kill it at some moment (or let it kill itself), and return what it had acknowledged."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(out)
        try:
            review(survey, into, random.Random(dice.random()), doomed=doomed)
        finally:
            os._exit(1)
    os.close(into)
    told = b""
    acknowledged, moment = dice.randint(1, 30), dice.random() * 0.004
    while chunk := _read(out):
        told += chunk
        if not doomed and told.count(b"\n") >= acknowledged:
            time.sleep(moment)
            os.kill(child, signal.SIGKILL)
            doomed = True  # it is dead; what it said before is still read
    os.waitpid(child, 0)
    os.close(out)
    return [json.loads(line) for line in told.decode().splitlines(keepends=True) if line.endswith("\n")]


def _read(pipe: int) -> bytes:
    select.select([pipe], [], [], 30)
    return os.read(pipe, 65536)


def main(folder: Path, runs: int, between: int, seed: int) -> dict[str, object]:
    """Kill so many reviews of one project one after another, and count what went wrong."""
    dice = random.Random(seed)
    survey = survey_in(project(folder, rows=2000))
    logs = survey.labels
    faults: list[str] = []
    doomed_runs = written = 0
    for run in range(runs):
        before = len(read_labels(logs).labels)
        doomed = run % max(1, runs // between) == 0 and doomed_runs < between
        doomed_runs += doomed
        told = killed(survey, dice, doomed=doomed)
        log = read_labels(logs)
        kept = [event for line in told for event in line["kept"]]  # type: ignore[attr-defined]
        found = [[*label.key, label.event, *label.themes] for label in log.labels[before:] if label.event != "pick"]
        kept = [event for event in kept if event[2] != "pick"]
        written += len(kept)
        if found[: len(kept)] != kept:
            faults.append(f"run {run}: acknowledged and not on the disk")
        if len(found) > len(kept) + 1:
            faults.append(f"run {run}: more on the disk than one decision that nobody was told of")
        # A line that a kill has torn was acknowledged to nobody; it is reported, and the rest is read.
        faults += [f"run {run}: {each}" for each in log.problems if "torn" not in each and "not JSON" not in each]
        faults += _twice(log.labels, run)
        faults += _lost_place(survey, dice, told, found[len(kept) :], run)
    return {"runs": runs, "between": doomed_runs, "acknowledged": written, "faults": faults}


def _twice(labels: tuple[Label, ...], run: int) -> list[str]:
    keys = [label.key for label in standing(labels)]
    return [f"run {run}: a decision stands twice"] if len(keys) != len(set(keys)) else []


def _lost_place(
    survey: Reviewed, dice: random.Random, told: list[dict[str, object]], untold: list[list[str]], run: int
) -> list[str]:
    """Come back: the answer at hand is the one that was, unless what nobody was told of has decided it."""
    if not told or told[-1]["at"] is None:
        return []
    here: Key = tuple(told[-1]["at"])  # type: ignore[assignment, arg-type]
    desk = Desk(survey, Wishes("ada", batch=8))
    batch = {dealt.key for dealt in load_batch(desk.dealer.place).dealt}
    moved = bool(untold) or here not in batch
    now = desk.session.item
    if not moved and (now is None or now.key != here):
        return [f"run {run}: {here} was at hand, and now {now.key if now else None}"]
    if now is not None and (now.key in {label.key for label in standing(desk.dealer.tray.events)}):
        return [f"run {run}: a decided answer is asked again"]
    return []


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]), *map(int, sys.argv[2:5]))))
