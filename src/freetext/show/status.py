"""Where a survey stands, as at most ten lines and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from freetext.show.screens import display_width, safe, weighted
from freetext.survey.progress import EarlierState, FileState, LabelState, ModelState, Progress, Step, next_step

FORMAT = 1
WIDTH = 80
DIGITS = 8
"""Digits of a digest that a line shows."""

NAMED = 3
"""Coders and models that a line names."""


def status_text(now: Progress, *, width: int = WIDTH, colour: bool = False) -> str:
    """Write where a survey stands, a line each, at most ten: none is wider than `width`, 80 at most."""
    wide = min(width, WIDTH)
    head = safe(now.title) or safe(now.name)
    lines = [weighted(_cut(head, wide), "bold", colour=colour)]
    lines += [_cut(f"{name:9} {text}".rstrip(), wide) for name, text in _lines(now)]
    return "\n".join([*lines, *_next(next_step(now), wide, colour=colour)])


def _lines(now: Progress) -> Iterator[tuple[str, str]]:
    yield "answers", _file(now.file) + _behind(now.earlier)
    labels = now.labels
    yield (
        "labels",
        _labels(labels) + _before(now.earlier) if not now.file.fault else "cannot be read without the survey's file",
    )
    if labels.answers:
        yield (
            "",
            f"{labels.audit:,} by audit, {labels.queue:,} by queue; {labels.disputed:,} in dispute; {labels.flagged:,} flagged",
        )
    yield "model", _models(now.models)
    yield "coded", _coded(now)
    if now.reviewing:
        yield "reviewing", f"{_named(now.reviewing)} at this moment"
    if labels.problems:
        yield "logs", f"{_many(labels.problems, 'problem')}: freetext labels check"


def _file(file: FileState) -> str:
    if not file.path:
        return "no file yet"
    if file.fault:
        return f"{safe(file.path)} cannot be read"
    return (
        f"{safe(file.path)}: {_many(file.rows, 'row')}, {_many(file.answers, 'answer')}, {file.blank:,} of them blank"
    )


def _behind(earlier: EarlierState) -> str:
    """How many waves came before."""
    return f"; {_many(len(earlier.files), 'earlier wave')}" if earlier.files else ""


def _before(earlier: EarlierState) -> str:
    doubt = f", {earlier.disputed:,} in dispute" if earlier.disputed else ""
    before = f"; {earlier.labelled:,} on earlier waves{doubt}" if earlier.labelled else ""
    return before + (f"; {earlier.again:,} in a bridge" if earlier.again else "")


def _labels(labels: LabelState) -> str:
    if not labels.answers:
        return "none yet"
    return f"{_many(labels.answers, 'answer')} labelled by {_named(labels.coders)}"


def _models(models: tuple[ModelState, ...]) -> str:
    """The models in force; of several the first, with how many more."""
    made = [model for model in models if model.digest]
    if not made:
        return "cannot be read: freetext models verify" if any(model.damaged for model in models) else "none yet"
    first, *more = made
    others = f" (and {len(more)} more)" if more else ""
    stale = "; the codeframe has changed" if first.stale else ""
    since = f"; {_many(first.since, 'answer')} labelled since" if first.since else ""
    return f"{safe(first.name)} {safe(first.digest[:DIGITS])}: learnt from {_many(first.answers, 'answer')}{stale or since}{others}"


def _coded(now: Progress) -> str:
    coded = now.coded
    if not coded.path:
        return "nothing yet"
    more = f" (and {_many(coded.more, 'file')} more)" if coded.more else ""
    return f"{safe(coded.path)}: {_many(coded.rows, 'row')}, {_many(coded.review, 'answer')} for a person{more}"


def _next(step: Step, width: int, *, colour: bool) -> Iterator[str]:
    """The step and its command: on one line where they fit, else the command below."""
    whole = f"{'next':9} {safe(step.what)}" + (f": {step.command}" if step.command else "")
    if display_width(whole) <= width or not step.command:
        yield weighted(_cut(whole, width), "bold", colour=colour)
        return
    yield weighted(_cut(f"{'next':9} {safe(step.what)}:", width), "bold", colour=colour)
    yield weighted(f"{'':9} {step.command}", "bold", colour=colour)


def _named(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(map(safe, names[:NAMED])) + more


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'s' * (count != 1)}"


def _cut(line: str, width: int) -> str:
    if display_width(line) <= width:
        return line
    while display_width(line) > width - 3:
        line = line[:-1]
    return f"{line}..."


def status_json(now: Progress) -> str:
    """Write where a survey stands as JSON (ASCII): `{"format": 1, ..., "next": {"what": ..., "command": ...}}`."""
    values: dict[str, Any] = asdict(now)
    values["codeframes"] = [{"path": path, "themes": themes, "fault": fault} for path, themes, fault in now.codeframes]
    return json.dumps({"format": FORMAT, **values, "next": asdict(next_step(now))}, indent=1) + "\n"
