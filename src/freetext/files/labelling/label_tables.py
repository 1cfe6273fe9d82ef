"""Labels as a table: for a spreadsheet, another program, or to be imported again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from freetext.files.labelling.labels import text_hash
from freetext.files.tabular.cells import Column
from freetext.files.tabular.rows import Table
from freetext.survey.labels import Key, Label, Settled, decisive

Form = Literal["columns", "joined"]
"""How themes are written: one 0/1 column for each, or `a;b;c` in one column."""

THEMES = "themes"
FACTS = ("time", "source", "seconds", "suggested", "note", "flags", "model", "codeframe", "wave")
PREFIX = "label_"


def decisions_of(labels: Iterable[Label]) -> list[Label]:
    """Return one decision for each coder and answer, the weightiest that stands, answer by answer."""
    found: list[Label] = []
    for decisions in decisive(labels).values():
        by_coder: dict[str, tuple[int, Label]] = {}
        for (tier, coder), label in decisions.items():
            if coder not in by_coder or tier < by_coder[coder][0]:
                by_coder[coder] = (tier, label)
        found += [label for _, label in by_coder.values()]
    return found


def label_table(
    labels: Sequence[Label],
    slugs: Sequence[str] = (),
    *,
    form: Form = "columns",
    texts: Sequence[str] | None = None,
    events: bool = False,
) -> Table:
    """Lay labels out, a row each; `slugs` are the first theme columns, themes that it lacks follow.

    `texts` adds the answers' texts, `events` says what each event is: then undone and superseded ones may stand there too. A
    column of ours that a theme is called like gets `label_` in front.
    """
    head: dict[str, Column] = {
        **_keys([label.key for label in labels], texts),
        "coder": [label.coder for label in labels],
    }
    themes = _themes([label.themes if label.event == "label" else None for label in labels], slugs, form)
    facts: dict[str, Column] = {"event": [label.event for label in labels]} if events else {}
    for name in FACTS:
        values = [getattr(label, name) for label in labels]
        facts[name] = [";".join(value) for value in values] if name == "flags" else values
    return _table(head, themes, facts)


def settled_table(
    settled: Mapping[Key, Settled],
    slugs: Sequence[str] = (),
    *,
    form: Form = "columns",
    texts: Mapping[Key, str] | None = None,
) -> Table:
    """Lay out what people settled, an answer a row; in columns of ticks a theme in dispute is blank."""
    decisions = list(settled.values())
    themes = _themes([each.themes for each in decisions], slugs, form, [each.disputed for each in decisions])
    facts: dict[str, Column] = {
        "disputed": [";".join(each.disputed) for each in decisions],
        "coders": [";".join(each.coders) for each in decisions],
    }
    said = None if texts is None else [texts.get(key, "") for key in settled]
    return _table(_keys(list(settled), said), themes, facts)


def texts_of(labels: Iterable[Label], texts: Mapping[Key, str], key: str, *, own: bool) -> list[str]:
    """Return the text that each label is about, empty where it is not known.

    That is so where the answer is not among the `texts` or has changed, and where a label without a hash is not about the
    survey's `own` file.
    """
    return [_text(label, texts.get(label.key, ""), key, own=own) for label in labels]


def _text(label: Label, text: str, key: str, *, own: bool) -> str:
    same = label.text_hash == text_hash(key, text) if label.text_hash else own
    return text if same else ""


def _keys(keys: Sequence[Key], texts: Sequence[str] | None) -> dict[str, Column]:
    said: dict[str, Column] = {} if texts is None else {"text": texts}
    return {"id": [key[0] for key in keys], "question": [key[1] for key in keys], **said}


def _themes(
    given: Sequence[Sequence[str] | None], slugs: Sequence[str], form: Form, disputed: Sequence[Sequence[str]] = ()
) -> dict[str, Column]:
    """Write themes; None is no decision, and blank."""
    if form == "joined":
        return {THEMES: [None if themes is None else ";".join(themes) for themes in given]}
    others = sorted({slug for themes in (*given, *disputed) for slug in themes or ()} - set(slugs))
    doubts: Sequence[Sequence[str]] = disputed or [()] * len(given)
    return {
        slug: [
            None if themes is None or slug in doubt else int(slug in themes)
            for themes, doubt in zip(given, doubts, strict=True)
        ]
        for slug in (*slugs, *others)
    }


def _table(head: Mapping[str, Column], themes: Mapping[str, Column], facts: Mapping[str, Column]) -> Table:
    """Put columns side by side under names that differ: a theme keeps its slug."""
    taken = {*head, *facts, *themes}
    names: dict[str, str] = {}
    for name in (*head, *facts):
        names[name] = name
        while names[name] in (themes if names[name] == name else taken):
            names[name] = PREFIX + names[name]
        taken.add(names[name])
    columns: dict[str, Column] = {names[name]: column for name, column in head.items()}
    columns |= themes
    columns |= {names[name]: column for name, column in facts.items()}
    return Table("labels", tuple(columns), tuple(columns.values()), len(next(iter(columns.values()))))
