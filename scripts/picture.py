"""Draw docs/demo.svg: what `freetext demo` shows in a terminal.

python scripts/picture.py
"""

from __future__ import annotations

import contextlib
import io
import re
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

from freetext.cli.demo import WAVES, demo
from freetext.cli.run import Run
from freetext.files.coding.tallying import Wanted, tables_of
from freetext.files.project.settings import read_settings
from freetext.files.tabular.tables import read_table
from freetext.show.tables import terminal

PICTURE = Path(__file__).resolve().parents[1] / "docs" / "demo.svg"
WIDTH = 104


def main() -> None:
    """Run the demo and draw its tables."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "freetext-demo"
        with contextlib.redirect_stdout(io.StringIO()):
            demo(Run(quiet=True), folder)
        parts = ["\x1b[1m$ freetext demo\x1b[0m"]
        project = read_settings(folder)
        for name, said, themes, closed in WAVES:
            table = read_table(folder / "output" / f"{name}-coded.xlsx")
            parts.append(said)
            parts += [
                terminal(each, width=WIDTH - 2, colour=True)
                for each in tables_of(table, Wanted(themes=themes, closed=closed), project)
            ]
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi("\n\n".join(parts)))
    drawn = console.export_svg(title="freetext demo", unique_id="freetext-demo")
    # The page must not fetch fonts: whatever fixed-width font is there will do.
    drawn = re.sub(r"@font-face \{.*?\}\s*|<!--.*?-->\s*", "", drawn, flags=re.DOTALL)
    PICTURE.write_text(drawn, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
