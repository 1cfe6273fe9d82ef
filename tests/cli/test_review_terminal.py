"""The review in a real terminal, driven through tmux."""

import json
import os
import shutil
import subprocess
import sys
import time
import uuid
from pathlib import Path

import pytest

DEMO = Path(__file__).resolve().parents[2] / "src" / "freetext" / "demo" / "data"

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="wants tmux (CI installs it)")


class Terminal:
    """One tmux session of 80 x 24 with a command in it."""

    def __init__(self, command: str, folder: Path) -> None:
        self.name = f"freetext-{uuid.uuid4().hex[:8]}"
        self._tmux("new-session", "-d", "-s", self.name, "-x", "80", "-y", "24", "-c", str(folder), command)

    def _tmux(self, *arguments: str) -> str:
        socket = ["tmux", "-L", self.name, "-f", os.devnull]
        sized = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}
        done = subprocess.run([*socket, *arguments], capture_output=True, text=True, check=False, env=sized)
        return done.stdout

    def keys(self, *keys: str) -> None:
        """Press keys, as tmux names them."""
        self._tmux("send-keys", "-t", self.name, *keys)

    def shows(self, text: str, seconds: float = 30) -> str:
        """Wait until a text is on the screen; returns the screen."""
        last = time.monotonic() + seconds
        screen = ""
        while time.monotonic() < last:
            screen = self._tmux("capture-pane", "-p", "-t", self.name)
            if text in screen:
                return screen
            time.sleep(0.1)
        raise AssertionError(f"{text!r} is not on the screen:\n{screen}")

    def close(self) -> None:
        """End it, and what runs in it."""
        self._tmux("kill-server")


def test_an_answer_is_decided_in_a_real_terminal(tmp_path):
    """Digits tick, Enter saves, u takes back, q leaves the terminal as it was; the log holds what was decided."""
    folder = tmp_path / "survey"
    shutil.copytree(DEMO, folder)
    shutil.rmtree(folder / "data", ignore_errors=True)
    command = f"{sys.executable} -m freetext review --coder tess --batch 5; echo LEFT; sleep 60"
    terminal = Terminal(command, folder)
    try:
        screen = terminal.shows("1 [ ] Resource")
        assert "tess" in screen
        terminal.keys("1", "3")
        screen = terminal.shows("3 [x] Risk aversion")
        assert "1 [x] Resource" in screen
        terminal.keys("Enter")
        terminal.shows("1 of 5")
        terminal.keys("n", "Enter")
        terminal.shows("2 of 5")
        terminal.keys("u")
        terminal.shows("1 of 5")
        terminal.keys("q")
        terminal.shows("without saving")
        terminal.keys("q")
        terminal.shows("LEFT")
    finally:
        terminal.close()
    lines = (folder / "data" / "annotated" / "tess.jsonl").read_text(encoding="utf-8").splitlines()
    events = [
        (each.get("event", "label"), each["themes"]) for each in map(json.loads, lines) if each.get("event") != "pick"
    ]
    assert events == [("label", ["resource", "risk-aversion"]), ("label", []), ("undo", [])]
