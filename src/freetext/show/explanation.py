"""One answer explained, as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from freetext.show.found import found_values, themes_text
from freetext.show.numbers import fixed
from freetext.show.screens import display_width, left, safe, weighted, wrap
from freetext.survey.found import Event, Explained, Reason

FORMAT = 1
DID = {
    "undo": "takes it back",
    "skip": "passes",
    "pick": "the queue wants it too: known when coded, it stands for no others",
}


def explanation_text(explained: Sequence[Explained], *, width: int = 100, colour: bool = False) -> str:
    """Write each answer on its own: text, closed answers, codes and why, what nearly applies, and the history.

    The closed answers of a respondent stand at the first of their answers.
    """
    people = [(each.found.wave, each.found.respondent) for each in explained]
    return "\n\n".join(
        "\n".join(_lines(each, width, colour=colour, cells=who != last))
        for each, who, last in zip(explained, people, (None, *people), strict=False)
    )


def _lines(explained: Explained, width: int, *, colour: bool, cells: bool) -> Iterator[str]:
    found = explained.found
    title = safe(explained.title) if explained.title != found.question else ""
    head = ": ".join(
        part for part in (", ".join(map(safe, filter(None, (found.wave, found.id, found.question)))), title) if part
    )
    yield from (weighted(line, "bold", colour=colour) for line in wrap(head, width))
    yield from _wrapped(safe(found.text) or "(blank)", width, "  ")
    for name, value in explained.cells if cells else ():
        yield from _wrapped(f"- {safe(name)}: {safe(value)}", width, "  ", "    ")
    yield from _codes(explained, width)
    if explained.in_file:
        file, themes, source = (safe(part) for part in explained.in_file)
        yield from _wrapped(f"In {file}: {themes or 'no theme'} ({source or 'model'})", width, "")
    if explained.history:
        yield "History:"
        for event in explained.history:
            yield from _wrapped(event_text(event), width, "  ", "      ")
    for note in explained.notes:
        yield from _wrapped(f"- {safe(note)}", width, "")


def _codes(explained: Explained, width: int) -> Iterator[str]:
    """Write what applies, what nearly does, what is in dispute, and why a person should look."""
    model = f" (model {explained.model})" if explained.model else ""
    if explained.codes:
        yield f"Codes{model}:"
        yield from _reasons(explained.codes, width)
    else:
        yield f"Codes{model}: {themes_text(explained.found) if not explained.model else _none(explained)}"
    for dispute in explained.disputed:
        gave, not_ = (", ".join(map(safe, each)) or "nobody" for each in (dispute.gave, dispute.gave_not))
        yield from _wrapped(f"In dispute: {safe(dispute.code)} (yes: {gave}; no: {not_})", width, "")
    if explained.said:
        yield "The model alone would say:"
        yield from _reasons(explained.said, width)
    if explained.near:
        yield "Nearly:"
        yield from _reasons(explained.near, width)
    if explained.why:
        yield from _wrapped(f"Wants a person: {safe(explained.why)}", width, "")


def _none(explained: Explained) -> str:
    return "no theme (human)" if explained.found.none else "no theme"


def _reasons(reasons: Sequence[Reason], width: int) -> Iterator[str]:
    wide = max(display_width(safe(each.code)) for each in reasons)
    for each in reasons:
        yield from _wrapped(f"{left(safe(each.code), wide)}  {reason_text(each)}", width, "  ", "    ")


def reason_text(reason: Reason) -> str:
    """Say who or what gave a theme: coders; a rule and its phrase; a model, how sure, where its codes begin, by which words."""
    words = ", ".join(map(safe, reason.words))
    if reason.by == "human":
        return f"human: {', '.join(map(safe, reason.coders)) or 'as the coded file says'}"
    if reason.by == "rule":
        return f"rule: {words or ', '.join(map(safe, reason.coders))}"
    if reason.probability is None:
        return "model: too few labels to say how sure"
    begins = f" (codes begin at {fixed(reason.cutoff, 2)})" if reason.cutoff is not None else ""
    return f"{reason.by} {fixed(reason.probability, 2)}{begins}" + (f": {words}" if words else "")


def event_text(event: Event) -> str:
    """Say what happened, on one line: when, who, what, why, and whether it counts."""
    label = event.label
    what = DID.get(label.event) or (", ".join(map(safe, label.themes)) or "no theme")
    facts: list[str] = [label.source if label.event == "label" else ""]
    facts += ["suggestion in sight" if label.suggested else "", *label.flags]
    facts += ["taken back" if event.undone else "", event.unused]
    said = "; ".join(safe(fact) for fact in facts if fact)
    note = f' "{safe(label.note)}"' if label.note else ""
    return f"{safe(label.time) or '(no time)'}  {safe(label.coder)}: {what}{f' ({said})' if said else ''}{note}"


def _wrapped(text: str, width: int, indent: str, hanging: str | None = None) -> Iterator[str]:
    """Break a line where it is too long; the lines behind the first hang."""
    further = indent if hanging is None else hanging
    first, *rest = (
        wrap(text, width - max(len(indent), len(further))) if display_width(text) > width - len(indent) else [text]
    )
    yield indent + first
    yield from (further + line for line in rest)


def explanation_json(explained: Sequence[Explained]) -> str:
    """Write explanations as JSON (ASCII): `{"format": 1, "answers": [...]}`, null for no number."""
    return json.dumps({"format": FORMAT, "answers": [_values(each) for each in explained]}, indent=1) + "\n"


def _values(explained: Explained) -> dict[str, Any]:
    file = dict(zip(("file", "themes", "source"), explained.in_file, strict=True)) if explained.in_file else None
    return {
        **{
            name: value
            for name, value in found_values(explained.found).items()
            if name not in {"themes", "spans", "disputed"}
        },
        "title": explained.title,
        "cells": [{"question": question, "answer": answer} for question, answer in explained.cells],
        "model": explained.model,
        "codes": [_reason(each) for each in explained.codes],
        "said": [_reason(each) for each in explained.said],
        "near": [_reason(each) for each in explained.near],
        "disputed": [{"theme": each.code, "gave": each.gave, "gave_not": each.gave_not} for each in explained.disputed],
        "review": explained.why,
        "in_file": file,
        "history": [_event(each) for each in explained.history],
        "notes": list(explained.notes),
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {
        "theme": reason.code,
        "by": reason.by,
        "coders": list(reason.coders),
        "words": list(reason.words),
        "probability": None if reason.probability is None else round(reason.probability, 4),
        "cutoff": None if reason.cutoff is None else round(reason.cutoff, 4),
    }


def _event(event: Event) -> dict[str, Any]:
    label = event.label
    return {
        "event": label.event,
        "time": label.time,
        "coder": label.coder,
        "themes": list(label.themes),
        "source": label.source,
        "suggested": label.suggested,
        "seconds": label.seconds,
        "flags": list(label.flags),
        "note": label.note,
        "undone": event.undone,
        "unused": event.unused,
    }
