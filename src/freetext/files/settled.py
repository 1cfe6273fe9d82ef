"""People's decisions on the answers of a file, from the logs of a folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from freetext.files.labels import read_labels, text_hash
from freetext.survey.answers import Answers
from freetext.survey.labels import Key, Label, Settled, settle


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people settled on these answers, and what could not be used, in plain words."""

    settled: Mapping[Key, Settled]
    problems: tuple[str, ...]


def decisions_on(answers: Answers, folder: Path, key: str) -> Decisions:
    """Read the logs of a folder and keep what was decided on these very texts.

    A label whose text has changed since (its hash differs) is not used, and reported where no other label stands.
    """
    log = read_labels(folder)
    texts = dict(zip(zip(answers.ids, answers.questions, strict=True), answers.texts, strict=True))
    kept: list[Label] = []
    changed: dict[Key, None] = {}
    for label in log.labels:
        text = texts.get(label.key)
        if text is None:
            continue
        if label.text_hash and label.text_hash != text_hash(key, text):
            changed[label.key] = None
        else:
            kept.append(label)
    usable = {label.key for label in kept}
    stale = [each for each in changed if each not in usable]
    return Decisions(settle(kept), (*log.problems, _told(stale)) if stale else log.problems)


def _told(stale: list[Key]) -> str:
    first = ", ".join(f"{name} ({question})" if question else name for name, question in stale[:3])
    more = f" and {len(stale) - 3} more" if len(stale) > 3 else ""
    have = "answer has changed since it was" if len(stale) == 1 else "answers have changed since they were"
    return f"{len(stale)} {have} labelled; the labels are not used: {first}{more}"
