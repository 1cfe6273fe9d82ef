"""What two processes reach on this machine at best: two bare tokenizers at the same time, beside one alone.

    python scripts/bench_ceiling.py FILE

Run so, this file is one of the two: it reads the answers, warms up, says that it is ready, waits for the word to go, and works.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import spacy

ANSWERS = 100_000


def ceiling(path: Path) -> tuple[float, float, float]:
    """Return how many times one tokenizer's answers two make in the same time: the median of five turns, the least and the most."""
    found = []
    for _ in range(5):
        (alone,), both = together(path, 1), together(path, 2)
        found.append(sum(1 / each for each in both) * alone)
    found.sort()
    return found[len(found) // 2], found[0], found[-1]


def together(path: Path, processes: int) -> list[float]:
    """Return the seconds of some tokenizers that begin at the same time."""
    command = [sys.executable, __file__, str(path)]
    working = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(processes)
    ]
    for each in working:
        assert each.stdout
        each.stdout.readline()
    for each in working:
        assert each.stdin
        each.stdin.write("go\n")
        each.stdin.flush()
    return [float(each.communicate()[0]) for each in working]


def tokenised(path: Path) -> None:
    """Tokenise the file's answers when told to; write the seconds."""
    texts: list[str] = pq.ParquetFile(path).read(["text"]).column("text").slice(0, ANSWERS).to_pylist()
    tokenizer: Any = spacy.blank("en").tokenizer
    list(tokenizer.pipe(texts[:2000]))
    print("ready", flush=True)
    sys.stdin.readline()
    begun = time.perf_counter()
    sum(map(len, tokenizer.pipe(texts)))
    print(time.perf_counter() - begun)


if __name__ == "__main__":
    tokenised(Path(sys.argv[1]))
