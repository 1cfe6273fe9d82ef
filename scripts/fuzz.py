"""Fuzz the readers with atheris: random files, led by which lines of ours they reach.

`python scripts/fuzz.py [READER ...] --minutes 60 --corpus DIR` shares the minutes among the readers (all of them, where none is named),
two at a time. DIR/READER/ keeps every input that reached new lines, DIR/faults/ every input that broke the rule (read rightly, or
refused in one clear line, within 5 seconds and bounded memory), one for each place in the code, and DIR/faults/log.txt what it broke.
A fault ends nothing; a process that dies is followed by another until its time is over.

atheris is no dependency of freetext: `pip install atheris` (Linux and macOS; CPython 3.11 to 3.13).
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
TOGETHER = 2
SECONDS, MEMORY, LONGEST = 5, 1_200, 200_000
"""For one input: seconds; MB of the whole process; bytes."""
OURS = ("freetext", "zipfile", "json", "tomllib", "csv", "defusedxml", "xml")
"""Packages whose lines lead the search."""
MEETS_ITSELF = 0.5
"""How often an input is changed as the tests' mutations do, inside its container, and not by libFuzzer."""


def main() -> int:
    """Fuzz what the command line names."""
    sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
    from tests.hostile.readers import READERS  # noqa: PLC0415

    parser = argparse.ArgumentParser(prog="scripts/fuzz.py", description="Fuzz the readers of freetext with atheris.")
    parser.add_argument("readers", nargs="*", metavar="READER", help=f"one or several of: {', '.join(READERS)}")
    parser.add_argument("--minutes", type=float, default=5.0, help="for all readers together (default: 5)")
    parser.add_argument(
        "--corpus", type=Path, default=Path("fuzz-corpus"), help="folder of inputs (default: fuzz-corpus)"
    )
    parser.add_argument("--samples", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--seconds", type=int, default=0, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if unknown := set(asked.readers) - set(READERS):
        parser.error(f"no reader {', '.join(sorted(unknown))}; there are {', '.join(READERS)}")
    try:
        import atheris  # noqa: PLC0415
    except ImportError:
        print("fuzz.py needs atheris: pip install atheris", file=sys.stderr)
        return 2
    corpus = asked.corpus.resolve()
    if asked.samples:
        fuzz_one(atheris, asked.readers[0], corpus, asked.samples, asked.seconds)
        return 0
    return fuzz_all(asked.readers or list(READERS), corpus, asked.minutes)


def fuzz_all(readers: list[str], corpus: Path, minutes: float) -> int:
    """Fuzz readers, two at a time; the exit code says whether a fault was found."""
    from tests.hostile.samples import made  # noqa: PLC0415

    (corpus / "faults").mkdir(parents=True, exist_ok=True)
    each = minutes * 60 * min(TOGETHER, len(readers)) / len(readers)
    before = len(list((corpus / "faults").iterdir()))
    with tempfile.TemporaryDirectory(prefix="fuzz-samples-") as folder:
        samples = made(Path(folder))
        with ThreadPoolExecutor(TOGETHER) as pool:
            for line in pool.map(lambda reader: fuzz_for(reader, corpus, samples, each), readers):
                print(line, flush=True)
    found = len(list((corpus / "faults").iterdir())) - before
    print(f"{found} new faults, see {corpus / 'faults'}" if found else "no new fault")
    return int(bool(found))


def fuzz_for(reader: str, corpus: Path, samples: Path, seconds: float) -> str:
    """Fuzz a reader for so long, in as many processes as it takes; gives a line about it."""
    end, deaths, before = time.monotonic() + seconds, 0, kept(corpus, reader)
    log = corpus / f"{reader}.log"
    while (left := int(end - time.monotonic())) >= 1:
        command = [sys.executable, __file__, reader, "--corpus", str(corpus), "--samples", str(samples)]
        with log.open("ab") as out:
            done = subprocess.run(
                [*command, "--seconds", str(left)], stdout=out, stderr=out, check=False, timeout=left + 120
            )
        if done.returncode:
            deaths += 1
            time.sleep(0.5)
    return f"{reader}: {kept(corpus, reader)} inputs kept (before: {before}), {deaths} processes died"


def kept(corpus: Path, reader: str) -> int:
    """How many inputs of a reader are kept."""
    folder = corpus / reader
    return len(list(folder.iterdir())) if folder.is_dir() else 0


def fuzz_one(atheris: ModuleType, reader: str, corpus: Path, samples: Path, seconds: int) -> None:
    """Fuzz a reader in this process; libFuzzer ends it."""
    from tests.hostile.readers import READERS, samples_of  # noqa: PLC0415

    folder = corpus / reader
    folder.mkdir(parents=True, exist_ok=True)
    for sound in samples_of(reader, samples):
        shutil.copy(sound, folder / f"sound-{sound.name}")
    scratch = Path(tempfile.mkdtemp(prefix="fuzz-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None))  # noqa: S108
    os.chdir(scratch)
    names = [each.name for each in samples_of(reader, samples)]
    one = target(reader, scratch / names[0], corpus / "faults")
    with atheris.instrument_imports(include=list(OURS)):
        for sound in samples_of(reader, samples):  # what a reader imports when it reads, it imports now
            one(sound.read_bytes())
    arguments = [
        *(sys.argv[0], str(folder), f"-max_total_time={seconds}", f"-timeout={SECONDS}", f"-rss_limit_mb={MEMORY}"),
        *(f"-max_len={LONGEST}", f"-artifact_prefix={corpus / 'faults' / reader}-", "-print_final_stats=1"),
        *("-reload=0", "-verbosity=1"),
    ]
    atheris.Setup(arguments, one, custom_mutator=mutator(atheris, READERS[reader].kind))
    atheris.Fuzz()


def mutator(atheris: ModuleType, kind: str) -> Callable[[bytes, int, int], bytes]:
    """What changes an input: the tests' own mutations, or libFuzzer's."""
    from tests.hostile.mutations import mutated  # noqa: PLC0415

    def changed(data: bytes, most: int, seed: int) -> bytes:
        dice = random.Random(seed)
        if dice.random() < MEETS_ITSELF:
            return mutated(data, kind, dice)[:most]
        return bytes(atheris.Mutate(data, most))

    return changed


def target(reader: str, path: Path, faults: Path) -> Callable[[bytes], None]:
    """What is called with each input: it notes a fault, and goes on."""
    from tests.hostile.child import told  # noqa: PLC0415
    from tests.hostile.readers import READERS  # noqa: PLC0415

    from freetext.errors import FreetextError  # noqa: PLC0415

    chosen = READERS[reader]

    def one(data: bytes) -> None:
        path.write_bytes(data)
        with noting(reader, data, faults):
            place = chosen.lay(path)
            try:
                chosen.read(place)
            except FreetextError as error:
                outcome, what = told(str(error), place, chosen.names)
                if outcome == "fault":
                    raise AssertionError(what) from error

    return one


@contextmanager
def noting(reader: str, data: bytes, faults: Path) -> Iterator[None]:
    """Keep an input that broke the rule, one for each place in the code where it did."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001
        where = [f"{Path(each.filename).name}:{each.lineno}" for each in traceback.extract_tb(error.__traceback__)[-3:]]
        mark = sha256(f"{type(error).__name__} {where}".encode()).hexdigest()[:8]
        place = faults / f"{reader}-{mark}"
        if not place.exists():
            place.write_bytes(data)
            with (faults / "log.txt").open("a", encoding="utf-8") as log:
                said = f"{type(error).__name__}: {str(error)[:300]}".encode("utf-8", "backslashreplace").decode()
                log.write(f"{place.name}: {said!r} {' < '.join(reversed(where))}\n")


if __name__ == "__main__":
    raise SystemExit(main())
