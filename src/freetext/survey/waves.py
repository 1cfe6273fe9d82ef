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


def wave_names(files: Sequence[str]) -> list[str]:
    """Name waves by their files, none twice: a number stands behind a name that has stood before."""
    names = [wave_of(each) for each in files]
    found: list[str] = []
    for place, name in enumerate(names):
        before = names[:place].count(name)
        found.append(f"{name} ({before + 1})" if before else name)
    return found


def id_in(wave: str, id: str) -> str:
    """Name an answer among those of several waves, whose ids may repeat: `wave1/12`. No name of a wave holds a slash."""
    return f"{wave}/{id}"


def layers(labels: Iterable[Label], hashes: Mapping[Key, Sequence[str]] | None = None) -> list[list[Label]]:
    """Part labels so that in each part an id and question means one text: waves may give the same id to other answers.

    `hashes` are the texts of each answer, wave by wave; without them the texts are those that the labels name, in their order. The
    first part holds those of the first text, and those that name no text, or none of these.
    """
    events = list(labels)
    known = _named(events) if hashes is None else hashes
    parts: list[list[Label]] = [[]]
    for label in events:
        texts = list(dict.fromkeys(known.get(label.key, ())))
        place = texts.index(label.text_hash) if label.text_hash in texts else 0
        parts += [[] for _ in range(place + 1 - len(parts))]
        parts[place].append(label)
    return parts


def apart(labels: Iterable[Label]) -> list[Label]:
    """Let ids name one text each: labels on the second text of an id get another (`2/12`), and so on; see `layers`."""
    first, *others = layers(labels)
    more = (replace(each, id=id_in(str(number), each.id)) for number, part in enumerate(others, 2) for each in part)
    return [*first, *more]


def _named(labels: Iterable[Label]) -> dict[Key, list[str]]:
    found: dict[Key, list[str]] = {}
    for label in labels:
        if label.text_hash:
            found.setdefault(label.key, []).append(label.text_hash)
    return found
