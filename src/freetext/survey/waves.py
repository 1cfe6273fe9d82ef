"""The waves of a survey: one file of answers each; and labels of answers that share an id, told apart by their texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PureWindowsPath

from freetext.survey.labels import Key, Label


@dataclass(frozen=True, slots=True)
class Wave:
    """One wave of a survey, and how far it has come; `fault` says why its file cannot be read, then the counts are 0.

    file      as freetext.toml names it; `present` where it is `file`, not one of `earlier`
    answers   those to open questions, `blank` of them hold nothing
    labelled  answers that people have decided on, `audited` of them by the random audit
    coded     the name of its coded file, empty where there is none
    models    the digests of the models that coded it
    problems  what of the coders' logs could not be used on it, in plain words
    """

    file: str
    present: bool = False
    rows: int = 0
    answers: int = 0
    blank: int = 0
    labelled: int = 0
    audited: int = 0
    coded: str = ""
    models: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    fault: str = ""

    @property
    def name(self) -> str:
        """What the wave is called: its file's name without folder and ending."""
        return wave_of(self.file)


def wave_of(file: str) -> str:
    """Name the wave of a file: its name without folder and ending, whichever system wrote the path."""
    return PureWindowsPath(file).stem


CODED = "-coded"
"""What the name of a coded file ends in, behind that of the file that was coded."""


def coded_name(file: str) -> str:
    """Name what is coded of a file of answers, without folder and ending: `wave2-coded`."""
    return wave_of(file) + CODED


def coded_wave(file: str) -> str:
    """Name the wave that a coded file was made of, by its name, also of a copy (`x-coded.old.xlsx`); of any other file its own name."""
    name, coded, _ = f"{PureWindowsPath(file).name}.".rpartition(f"{CODED}.")
    return name if coded else wave_of(file)


def wave_names(files: Sequence[str]) -> list[str]:
    """Name waves by their files (or coded files), none twice.

    Files of one name have the nearest folder that tells them apart before it (`2022/wave`); where none does, a number behind it.
    """
    names = [coded_wave(each) for each in files]
    for name in {each for each in names if names.count(each) > 1}:
        places = [place for place, each in enumerate(names) if each == name]
        for place, folder in zip(places, _folders([files[place] for place in places]), strict=True):
            names[place] = f"{folder}/{name}" if folder else name
    return [_numbered(names, place) for place in range(len(names))]


def _folders(files: Sequence[str]) -> list[str]:
    """Name a folder of each of these files, none twice where any level of folders tells them apart."""
    above = [PureWindowsPath(file).parents for file in files]
    levels = ([each[level].name for each in above] for level in range(min(map(len, above))))
    return next((each for each in levels if len(set(each)) == len(each)), [each[0].name for each in above])


def _numbered(names: Sequence[str], place: int) -> str:
    """Put a number behind a name that has stood before."""
    before = names[:place].count(names[place])
    return f"{names[place]} ({before + 1})" if before else names[place]


def id_in(wave: str, id: str) -> str:
    """Name an answer among those of several waves, whose ids may repeat: `wave1/12`; a folder in a wave's name stands before a colon."""
    return f"{wave.replace('/', ':')}/{id}"


Mark = tuple[str, str]
"""Which text an answer has: the wave that it stands in, and the keyed hash."""


def layers(
    labels: Iterable[Label], waves: Sequence[str] = (), texts: Mapping[Key, Sequence[Mark]] | None = None
) -> list[list[Label]]:
    """Part labels so that in each part an id and question means one answer: waves may give the same id to others, of the same words too.

    `waves` are their names, the oldest first: a label that names none of them is the oldest's. `texts` are those of each answer, wave by
    wave; without them they are those that the labels name, in their order. The first part holds those of the first text, and those that
    name no text, or none of these.
    """
    events = list(labels)
    known = _named(events, waves) if texts is None else texts
    parts: list[list[Label]] = [[]]
    for label in events:
        place = _place(_mark(label, waves), list(dict.fromkeys(known.get(label.key, ()))))
        parts += [[] for _ in range(place + 1 - len(parts))]
        parts[place].append(label)
    return parts


def _place(mark: Mark, marks: Sequence[Mark]) -> int:
    """Where a label's text stands: in the wave that it names, else in the first that holds the text, else in the first."""
    if mark in marks:
        return marks.index(mark)
    return next((place for place, (_, text) in enumerate(marks) if text == mark[1]), 0)


def _mark(label: Label, waves: Sequence[str]) -> Mark:
    return label.wave if label.wave in waves else next(iter(waves), ""), label.text_hash


def apart(labels: Iterable[Label], waves: Sequence[str] = ()) -> list[Label]:
    """Let ids name one answer each: labels on the second of an id get another (`2/12`), and so on; see `layers`."""
    first, *others = layers(labels, waves)
    more = (replace(each, id=id_in(str(number), each.id)) for number, part in enumerate(others, 2) for each in part)
    return [*first, *more]


def _named(labels: Iterable[Label], waves: Sequence[str]) -> dict[Key, list[Mark]]:
    found: dict[Key, list[Mark]] = {}
    for label in labels:
        if label.text_hash:
            found.setdefault(label.key, []).append(_mark(label, waves))
    return found
