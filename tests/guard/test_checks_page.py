"""The page of the checks names each of them."""

import re
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
NAMED = re.compile(r'(?:Finding|found)\(\s*"([a-z-]+)"')


def test_every_check_stands_on_its_page():
    """Each name that a finding can have stands in docs/check.md, and no other is spoken of there."""
    files = [*(TOP / "src/freetext/guard").glob("checks*.py"), TOP / "src/freetext/files/coding/checked.py"]
    made = {name for path in files for name in NAMED.findall(path.read_text(encoding="utf-8"))}
    page = (TOP / "docs" / "check.md").read_text(encoding="utf-8")
    lines = [line.split("|")[1] for line in page.splitlines() if line.startswith("| `")]
    assert made == {name for line in lines for name in re.findall(r"`([a-z-]+)`", line)}
