"""Logs of labels held against the answers and the codeframes that they speak of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from freetext.errors import AmbiguousTheme, UnknownTheme, quoted, rows_listed
from freetext.files.coding.answers import AnswerFile
from freetext.files.labelling.labels import LabelLog, text_hash
from freetext.files.labelling.settled import keys_listed, settled_under
from freetext.survey.changes import carry
from freetext.survey.codeframe import Codeframe
from freetext.survey.labels import Key, Label, decisive
from freetext.survey.settling import place_of
from freetext.survey.waves import layers, wave_of

Texts = list[tuple[str, str]]
"""The texts of an id: each with the wave that it stands in."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of the logs found: `decisions` that count, on so many `answers`.

    faults  what wants mending or deciding, with file and line where it stands in a log
    notes   what is worth knowing and does no harm
    again   decisions in bridges, where these were checked too
    """

    decisions: int
    answers: int
    faults: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    again: int = 0


def check_labels(
    log: LabelLog, files: Sequence[AnswerFile], frames: Mapping[str, Codeframe], key: str, *, own: bool
) -> Checked:
    """Check the decisions that count against the files of answers and the codeframe of each question.

    `key` is the survey's, `own` says that its own file is among the files: labels without a hash speak of that one.
    """
    texts = _texts(files, {label.key for label in log.labels})
    parts = _parts(log, texts, [wave_of(file.table.file) for file in files], key)
    counted = [label for part in parts for label in part]
    places = log.places()
    faults: dict[str, list[Label]] = {}
    sound: list[Label] = []
    for label in counted:
        fault = _fault(label, texts, key, files, own=own)
        if fault:
            faults.setdefault(fault, []).append(label)
        else:
            sound.append(label)
    usable = set(sound)
    told = [line for what, labels in faults.items() for line in _placed(what, labels, places, keys=True)]
    told += _themes(sound, frames, places)
    told += _not_one(sound, frames, places)
    told += _disputes([[label for label in part if label in usable] for part in parts], frames)
    answers = sum(len({label.key for label in part}) for part in parts)
    return Checked(len(counted), answers, (*log.problems, *told), tuple(_versions(sound, frames)))


def _parts(log: LabelLog, texts: Mapping[Key, Texts], waves: Sequence[str], key: str) -> list[list[Label]]:
    """The decisions that count, those on other answers under the same id apart: waves may have the same ids."""
    marks = {
        each: [(wave, text_hash(key, text)) for wave, text in found] for each, found in texts.items() if len(found) > 1
    }
    return [
        [label for decisions in decisive(part).values() for label in decisions.values()]
        for part in layers(log.labels, waves, marks)
    ]


def _texts(files: Sequence[AnswerFile], wanted: set[Key]) -> dict[Key, Texts]:
    """The texts of the answers that are decided on, each with its wave; an id may stand in several."""
    texts: dict[Key, Texts] = {}
    for file in files:
        answers, wave = file.answers, wave_of(file.table.file)
        for answer, question, text in zip(answers.ids, answers.questions, answers.texts, strict=True):
            if (answer, question) in wanted:
                texts.setdefault((answer, question), []).append((wave, text))
    return texts


def _fault(label: Label, texts: Mapping[Key, Texts], key: str, files: Sequence[AnswerFile], *, own: bool) -> str:
    """Say why a label cannot be used on any of the answers, or nothing."""
    if label.key not in texts:
        return f"not among the answers of {', '.join(file.table.file for file in files)}"
    if not label.text_hash:
        return "" if own else "without a hash of the text, and these are not the answers of the survey's own file"
    known = {text_hash(key, text) for _, text in texts[label.key]}
    return "" if label.text_hash in known else "the text has changed since it was labelled; not used"


def _placed(
    what: str, labels: Iterable[Label], places: Mapping[Label, tuple[str, int]], *, keys: bool = False
) -> Iterator[str]:
    """Say something of labels, file by file, with their lines."""
    by_file: dict[str, list[tuple[int, Key]]] = {}
    for label in labels:
        file, line = places[label]
        by_file.setdefault(file, []).append((line, label.key))
    for file, found in sorted(by_file.items()):
        found.sort()
        listed = f" ({keys_listed([each for _, each in found])})" if keys else ""
        yield f"{file}, line {rows_listed([line for line, _ in found])}: {what}{listed}."


def _themes(
    labels: Iterable[Label], frames: Mapping[str, Codeframe], places: Mapping[Label, tuple[str, int]]
) -> list[str]:
    """Find themes that the codeframe of today does not have, not even by its changes."""
    unknown: dict[str, list[Label]] = {}
    for label in labels:
        frame = frames.get(label.question)
        if frame is not None:
            for slug in _strange(label, frame):
                said = f"theme {quoted(slug)}, which codeframe {frame.name!r} does not have"
                unknown.setdefault(said, []).append(label)
    return [line for what, found in unknown.items() for line in _placed(what, found, places)]


def _not_one(
    labels: Iterable[Label], frames: Mapping[str, Codeframe], places: Mapping[Label, tuple[str, int]]
) -> Iterator[str]:
    """Find decisions of several themes, or of none, under a codeframe that wants exactly one."""
    wrong: dict[str, list[Label]] = {}
    for label in labels:
        frame = frames.get(label.question)
        if frame is not None and frame.single:
            under = carry(label, frame)
            if not under.undecided and len(under.label.themes) != 1:
                what = "several themes" if under.label.themes else "no theme"
                said = f"{what}, and codeframe {frame.name!r} wants exactly one an answer (single = true)"
                wrong.setdefault(said, []).append(label)
    for what, found in wrong.items():
        yield from _placed(what, found, places, keys=True)


def _strange(label: Label, frame: Codeframe) -> Iterator[str]:
    for slug in carry(label, frame).label.themes:
        try:
            place_of(slug, frame)
        except (UnknownTheme, AmbiguousTheme):
            yield slug


def _disputes(parts: Sequence[Sequence[Label]], frames: Mapping[str, Codeframe]) -> Iterator[str]:
    disputed = [key for labels in parts for key, each in settled_under(labels, frames).items() if each.disputed]
    if disputed:
        answers = "1 answer is" if len(disputed) == 1 else f"{len(disputed):,} answers are"
        yield f"{answers} in dispute: coders differ, and nobody has adjudicated ({keys_listed(disputed)})."


def _versions(labels: Iterable[Label], frames: Mapping[str, Codeframe]) -> Iterator[str]:
    """Count the decisions that were made under another version of the codeframe."""
    other: Counter[tuple[str, str]] = Counter()
    for label in labels:
        frame = frames.get(label.question)
        if frame and label.codeframe and label.codeframe != frame.digest:
            other[frame.name, label.codeframe] += 1
    for (name, digest), count in other.items():
        were = "1 decision was" if count == 1 else f"{count:,} decisions were"
        yield f"{were} made under another version of codeframe {name!r} ({quoted(digest)})"
