"""A process that reads hostile files under limits, and tells of each how it went; it dies of what no reader may do.

Lines in: JSON `[reader, path]`. Lines out: `begin`, then JSON `[outcome, what]`, the outcome `read`, `refused` or `fault`.

The limits: a process may have 500 MB of address space over what it has when every reader has read a sound file once (libraries loaded,
their threads started), and 5 seconds of a processor a file (30 of the clock, for one that waits), after which the alarm ends it. Everything that Python does is watched by an
audit hook: whoever opens a file to write it, opens one elsewhere, starts a process, opens a connection or unpickles, is at fault.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import traceback
from pathlib import Path
from typing import Any

ROOM = 500 * 1024**2
SECONDS, PATIENCE = 5.0, 30.0
FORBIDDEN = (
    "subprocess.",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "socket.",
    "pickle.",
    "ctypes.dlopen",
    "urllib.",
)
OWN = ("subprocess.Popen", "os.posix_spawn", "os.fork")
"""What a reader does that reads in a process of its own."""
CHANGES = (
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "os.chmod",
    "shutil.",
)


class Watch:
    """What the audit hook saw while a file was read; nothing is seen while `folder` is empty."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.folder, self.apart = "", False
        self.faults: list[str] = []

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """See one event."""
        if not self.folder:
            return
        if event == "open":
            self._opened(*arguments[:3])
        elif event.startswith(OWN) and self.apart:
            pass
        elif event.startswith(FORBIDDEN) or event.startswith(CHANGES):
            self.faults.append(f"{event} {arguments!r}"[:200])

    def _opened(self, path: object, mode: object, flags: object) -> None:
        if not isinstance(path, str | bytes) or path == os.devnull:
            return
        name = os.fsdecode(path)
        writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC)
        if (isinstance(mode, str) and set(mode) & set("wax+")) or writes:
            self.faults.append(f"opens {name!r} to write it ({mode}, {flags})")
        elif not os.path.abspath(name).startswith((self.folder, *OURS)):  # noqa: PTH100
            self.faults.append(f"opens {name!r}")


OURS = (
    *{sys.prefix, sys.base_prefix, *(each for each in sys.path if each)},
    "/usr/share/zoneinfo",
    "/proc/self",
    "/sys/devices/system/cpu",
)
"""Where Python's own modules are read from."""


def size() -> int:
    """Bytes of this process's address space."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()


def outcome(reader: str, path: Path, watch: Watch) -> tuple[str, str]:
    """Read one file."""
    from tests.hostile.readers import reader_of  # noqa: PLC0415

    from freetext.errors import FreetextError  # noqa: PLC0415

    chosen = reader_of(reader)
    place = chosen.lay(path)
    before = listing(place.parent)
    watch.faults, watch.folder, watch.apart = [], str(path.parent), chosen.apart
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    try:
        chosen.read(place)
        said, what = "read", ""
    except FreetextError as error:
        said, what = "refused", str(error)
    except BaseException as error:  # noqa: BLE001
        last = traceback.extract_tb(error.__traceback__)[-1]
        said, what = "fault", f"{type(error).__name__}: {str(error)[:200]} ({last.filename}:{last.lineno})"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        watch.folder = ""
    if said == "refused":
        said, what = told(what, place, chosen.names)
    if watch.faults:
        return "fault", "; ".join(watch.faults[:3])
    return (said, what) if listing(place.parent) == before else ("fault", "wrote beside the file")


def told(line: str, place: Path, names: tuple[str, ...]) -> tuple[str, str]:
    """Look at a refusal: one line that names the file, of bearable length."""
    if "\n" in line or "\r" in line:
        return "fault", f"refuses in several lines: {line!r}"[:300]
    if len(line) > 2_000:
        return "fault", f"refuses in {len(line)} characters: {line[:200]!r}"
    if not line.startswith((str(place), str(place.parent), *names)):
        return "fault", f"does not name the file: {line!r}"[:300]
    return "refused", line


def listing(folder: Path) -> list[tuple[str, int]]:
    """What stands in a folder, and since when."""
    return sorted((each.path, each.stat().st_mtime_ns) for each in os.scandir(folder))


def main(readers: str, samples: str) -> None:
    """Warm up with a sound file of each reader, set the limits, and read what is named."""
    from tests.hostile.readers import READERS, samples_of  # noqa: PLC0415

    watch = Watch()
    scratch = Path(os.environ["HOSTILE_SCRATCH"])
    for reader in filter(READERS.get, readers.split(",")):
        for sound in samples_of(reader, Path(samples)):
            copy = scratch / sound.name
            copy.write_bytes(sound.read_bytes())
            READERS[reader].read(READERS[reader].lay(copy))
            copy.unlink()
    sys.addaudithook(watch)
    base = size()
    resource.setrlimit(resource.RLIMIT_AS, (base + ROOM, base + ROOM))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for number in (signal.SIGALRM, signal.SIGPROF):
        signal.signal(number, signal.SIG_DFL)
    answer({"base": base})
    for line in sys.stdin:
        reader, path = json.loads(line)
        answer("begin")
        answer(outcome(reader, Path(path), watch))


def answer(what: object) -> None:
    """Tell the parent."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
