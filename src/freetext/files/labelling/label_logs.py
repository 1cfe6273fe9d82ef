"""The logs of a folder read as one: damaged and foreign lines told, two files of one coder put together."""

from __future__ import annotations

import heapq
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import chain
from pathlib import Path

from freetext.errors import InputError, named, quoted, rows_listed
from freetext.files.labelling.label_lines import is_tombstone, read_line
from freetext.survey.labels import NEVER, Label, moment

ENDING = ".jsonl"
SLACK = timedelta(minutes=2)
"""How far a clock may be set back without a word."""

SET_BACK = "decided before the line above: the clock was set back; the order of the lines counts"


@dataclass(frozen=True, slots=True)
class LabelLog:
    """All `n` events in the order of coders and lines, and what was wrong with the logs.

    files, lines  where each event stands: the file's name, the line counted from 1; (n,)
    """

    labels: tuple[Label, ...] = ()
    problems: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()

    def places(self) -> dict[Label, tuple[str, int]]:
        """Where an event stands; of events that are alike the last."""
        return dict(zip(self.labels, zip(self.files, self.lines, strict=True), strict=True))


@dataclass(frozen=True, slots=True)
class _File:
    """One file: its events in order with their lines, and what is wrong, each with the lines where it is."""

    name: str
    labels: Sequence[Label]
    lines: Sequence[int]
    wrong: Mapping[str, Sequence[int]]

    @property
    def owner(self) -> str:
        """Whose log it is by its name."""
        return folded(self.name.removesuffix(ENDING))

    @property
    def coder(self) -> str:
        """Whose log it is: where all events name one coder that one, else by its name."""
        coders = {folded(coder) for coder in {label.coder for label in self.labels}}
        return next(iter(coders)) if len(coders) == 1 else self.owner

    def only(self, places: Iterable[int]) -> _File:
        """The events at these places."""
        kept = list(places)
        return replace(self, labels=[self.labels[i] for i in kept], lines=[self.lines[i] for i in kept])


def read_labels(folder: Path) -> LabelLog:
    """Read every log of a folder; what is wrong is told, the rest is kept. No folder is an empty log."""
    by_coder: dict[str, list[_File]] = {}
    try:
        for path in sorted(folder.glob(f"*{ENDING}"), key=lambda each: each.name):
            if not path.name.startswith("."):  # another program's: no coder is called so
                file = _parsed(path.name, path.read_bytes())
                by_coder.setdefault(file.coder, []).append(file)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}.", file=error.filename or folder) from None
    logs = [_of_one_coder(coder, files) for coder, files in by_coder.items()]
    return LabelLog(
        tuple(chain.from_iterable(log.labels for log in logs)),
        tuple(chain.from_iterable(log.problems for log in logs)),
        tuple(chain.from_iterable(log.files for log in logs)),
        tuple(chain.from_iterable(log.lines for log in logs)),
    )


def folded(name: str) -> str:
    """Names as a file system that does not tell case or accents' spelling apart sees them."""
    return unicodedata.normalize("NFC", name).casefold()


def _parsed(name: str, raw: bytes) -> _File:
    """The events of one file, whoever's they are, and its damaged lines."""
    labels: list[Label] = []
    places: list[int] = []
    wrong: dict[str, list[int]] = {}
    lines = raw.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    for number, line in enumerate(lines, start=1):
        if not line.strip() or is_tombstone(line):
            continue
        read = read_line(line)
        if isinstance(read, str):
            torn = number == len(lines) and not line.rstrip().endswith(b"}")
            said = "the last line is torn off" if torn else read
            wrong.setdefault(f"{said}; left out", []).append(number)
        else:
            labels.append(read)
            places.append(number)
    return _File(name, labels, places, wrong)


def _of_one_coder(coder: str, files: Sequence[_File]) -> LabelLog:
    """Put the files of one coder together; the first is the one that bears the coder's name, where there is one."""
    own = [_own(file, coder) for file in sorted(files, key=lambda file: (file.owner != coder, file.name))]
    problems = [problem for file in own for problem in _told(file)]
    problems += _misnamed(own[0], coder)
    parts = _parted(_spelled_alike(own))
    problems += [_second(part, own[0]) for part in parts[1:]]
    return _merged(parts, problems)


def _own(file: _File, coder: str) -> _File:
    """Leave another coder's events out, and look at the clock."""
    wrong = dict(file.wrong)
    foreign = {name for name in {label.coder for label in file.labels} if folded(name) != coder}
    for name in sorted(foreign):
        said = f"coder {quoted(name)} does not match the file's name; give every coder a file; left out"
        wrong[said] = [line for label, line in zip(file.labels, file.lines, strict=True) if label.coder == name]
    own = file.only(place for place, label in enumerate(file.labels) if label.coder not in foreign) if foreign else file
    back = list(_set_back(own))
    return replace(own, wrong=wrong | ({SET_BACK: back} if back else {}))


def _set_back(file: _File) -> Iterator[int]:
    """Find the lines whose time is well before that of the line above; lines without a readable time are passed over."""
    before = ""
    for label, line in zip(file.labels, file.lines, strict=True):
        time = label.time
        if len(time) != len(before) or time < before or not time.endswith("Z"):  # else it is later, as text and as time
            read = moment(time)
            if read == NEVER:
                continue
            if before and read + SLACK < moment(before):
                yield line
        before = time


def _spelled_alike(files: Sequence[_File]) -> Sequence[_File]:
    """Let one coder's name be spelled as it is first, so that Ada and ada are one coder."""
    names = list(dict.fromkeys(label.coder for file in files for label in file.labels))
    if len(names) < 2:
        return files
    return [replace(file, labels=[replace(label, coder=names[0]) for label in file.labels]) for file in files]


def _parted(files: Sequence[_File]) -> Sequence[_File]:
    """Leave in each file the events that those before it lack: what stands in several files is one event."""
    if len(files) == 1:
        return files
    known: Counter[Label] = Counter()
    parts: list[_File] = []
    for file in files:
        part = file.only(_beyond(file.labels, known))
        known.update(part.labels)
        parts.append(part)
    return parts


def _beyond(labels: Iterable[Label], known: Counter[Label]) -> list[int]:
    """Find the places of the labels that are not known, or not so many times."""
    spare = known.copy()
    found = []
    for place, label in enumerate(labels):
        if spare[label]:
            spare[label] -= 1
        else:
            found.append(place)
    return found


def _merged(parts: Sequence[_File], problems: Iterable[str]) -> LabelLog:
    """Merge files by time; each file's own order stays."""
    if len(parts) == 1:
        only = parts[0]
        return LabelLog(tuple(only.labels), tuple(problems), (only.name,) * len(only.labels), tuple(only.lines))
    events = [event for _, event in heapq.merge(*map(_timed, parts), key=lambda timed: timed[0])]
    labels, names, lines = zip(*events, strict=True) if events else ((), (), ())
    return LabelLog(labels, tuple(problems), names, lines)


def _timed(part: _File) -> Iterator[tuple[datetime, tuple[Label, str, int]]]:
    latest = NEVER
    for label, line in zip(part.labels, part.lines, strict=True):
        latest = max(latest, moment(label.time))
        yield latest, (label, part.name, line)


def _told(file: _File) -> Iterator[str]:
    for what, lines in file.wrong.items():
        yield f"{file.name}, line {rows_listed(lines)}: {what}."


def _misnamed(main: _File, coder: str) -> Iterator[str]:
    if main.owner != coder:
        spelled = main.labels[0].coder
        yield f"{main.name}: all its lines are {quoted(spelled)}; they are read. Rename it to {named(spelled)}{ENDING}."


def _second(part: _File, main: _File) -> str:
    """Say that a coder has a second file, and what to do about what it has beyond the first."""
    beside = f"{part.name}: a second log of the coder of {main.name}"
    if not part.labels:
        return f"{beside}, with nothing that is not there. Remove it."
    has, them = ("line", "it") if len(part.labels) == 1 else ("lines", "them")
    return (
        f"{beside}, with {len(part.labels):,} {has} that it lacks; both are read. "
        f"Append {them} to {main.name} and remove {part.name}."
    )
