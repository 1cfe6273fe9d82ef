"""What is due: the parts of today against those that the manifest says and the folder holds."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from freetext.batch.keys import BY_PRODUCTS, beside, file_of, key_of, numbered
from freetext.batch.manifest import Entry, Manifest, ModelNote
from freetext.batch.parts import Part
from freetext.errors import InputError, UsageError, names_listed

if TYPE_CHECKING:
    from freetext.batch.work import Order


@dataclass(frozen=True, slots=True)
class Plan:
    """What shall stand and what is to do for it.

    manifest  what shall stand
    parts     in order, each with its number and key
    due       those of them that do not stand yet
    again     those that are due although they were coded before, each with why
    removed   outputs of sources that are gone
    older     parts that stay as another model coded them
    changed   names of settings that are others than before
    """

    manifest: Manifest
    parts: tuple[Part, ...]
    due: tuple[Part, ...]
    again: tuple[tuple[Part, str], ...] = ()
    removed: tuple[Entry, ...] = ()
    older: tuple[Entry, ...] = ()
    changed: tuple[str, ...] = ()

    @property
    def kept(self) -> int:
        """How many parts stand already."""
        return len(self.parts) - len(self.due)


def planned(
    parts: Sequence[Part],
    order: Order,
    *,
    source: str,
    looked: int,
    before: Manifest | None = None,
    there: Collection[str] = (),
    touched: Callable[[Entry, Part], bool] = lambda _entry, _part: True,
    recode: bool = False,
) -> Plan:
    """Decide which parts are due; `there` are the names of what stands in the output folder, `looked` when the parts were listed.

    A part is coded once and stays: unless its content, a setting or the format has changed, or what people decided on its answers
    (`touched` says so), or with `recode` the model. Raises UsageError where the folder holds the coding of something else, or
    parts of a model with other themes.
    """
    if before is not None:
        _check_same(before, parts, source)
    _check_stems(parts, order)
    numbers = numbered((part.source for part in parts), before.numbers if before else {})
    settings = plain(order.settings)
    stays = _staying(parts, order, before, settings, there, touched, recode=recode)
    older = tuple(entry for entry in stays.values() if entry.models != order.digests)
    telling = bool(older and len(stays) < len(parts)) or (before is not None and before.named)
    decided = {**settings, "named": True} if telling else settings
    named = [_named(part, numbers[part.source], order, decided, stays.get(part.source)) for part in parts]
    due = tuple(part for part in named if part.source not in stays and not _stands(part, order, there))
    if older and before is not None:
        _check_themes(due, older, order, before)
    entries = tuple(stays.get(part.source) or _entry(part, order) for part in named)
    entries = tuple(replace(each, changed=part.changed) for each, part in zip(entries, named, strict=True))
    models = _models(entries, order, before)
    manifest = Manifest(source, order.ending, settings, models, entries, numbers, order.stamp, looked, telling)
    gone = tuple(
        each for each in (before.parts if before else ()) if each.source not in {part.source for part in parts}
    )
    changed = _changed(before, settings, order.ending) if before else ()
    again = () if changed else _again(due, order, before, there)
    return Plan(manifest, tuple(named), due, again, gone, older, changed)


def _again(
    due: Sequence[Part], order: Order, before: Manifest | None, there: Collection[str]
) -> tuple[tuple[Part, str], ...]:
    """Say why parts are coded again whose output stands."""
    held = before.by_source if before else {}
    found = [(part, held[part.source]) for part in due if part.source in held]
    return tuple((part, _why(part, entry, order)) for part, entry in found if entry.file(order.ending) in there)


def _why(part: Part, entry: Entry, order: Order) -> str:
    if (entry.fingerprint, entry.rows) != (part.fingerprint, part.rows):
        return "changed since"
    return "coded by another model" if entry.models != order.digests else "decided on by people since"


def stands(number: int, key: str, ending: str, by_products: Collection[str], there: Collection[str]) -> bool:
    """Whether a part's output and all its by-products are in the folder."""
    wanted = [beside(key, each) for each in BY_PRODUCTS if each in by_products]
    return file_of(number, key, ending) in there and all(each in there for each in wanted)


def plain(settings: Mapping[str, object]) -> dict[str, object]:
    """Return settings as JSON gives them back."""
    return dict(json.loads(json.dumps(dict(settings), sort_keys=True, ensure_ascii=True)))


def _named(part: Part, number: int, order: Order, settings: Mapping[str, object], entry: Entry | None) -> Part:
    key = entry.key if entry else key_of(part, order.digests, settings, order.ending, order.stamp)
    return replace(part, number=number, key=key)


def _entry(part: Part, order: Order) -> Entry:
    return Entry(
        part.number,
        part.key,
        part.source,
        part.name,
        part.rows,
        part.size,
        part.changed,
        part.fingerprint,
        order.digests,
    )


def _stands(part: Part, order: Order, there: Collection[str]) -> bool:
    return stands(part.number, part.key, order.ending, order.by_products, there)


def _staying(
    parts: Sequence[Part],
    order: Order,
    before: Manifest | None,
    settings: Mapping[str, object],
    there: Collection[str],
    touched: Callable[[Entry, Part], bool],
    *,
    recode: bool,
) -> dict[str, Entry]:
    """Find the parts that stand and that nothing has changed, but for the model: they stay."""
    if before is None or (dict(before.settings), before.ending) != (settings, order.ending):
        return {}
    held, same_labels = before.by_source, before.labels == order.stamp
    return {
        part.source: entry
        for part in parts
        if (entry := held.get(part.source)) is not None
        and (entry.fingerprint, entry.rows) == (part.fingerprint, part.rows)
        and (entry.models == order.digests or not recode)
        and stands(entry.number, entry.key, order.ending, order.by_products, there)
        and (same_labels or not touched(entry, part))
    }


def _check_themes(due: Sequence[Part], older: Sequence[Entry], order: Order, before: Manifest) -> None:
    """Refuse to put parts of other themes beside those that stay."""
    frames = {note.digest: note.codeframe for note in before.models}
    old = sorted({digest for entry in older for digest in entry.models})
    now = {note.codeframe for note in order.models}
    if not due or {frames.get(digest) for digest in old} == now:
        return
    raise UsageError(
        f"{names_listed(old)} coded {len(older):,} part{'s' * (len(older) != 1)}, and the model of now ({names_listed(order.digests)}) has another "
        f"codeframe: {len(due):,} new part{'s' * (len(due) != 1)} would not fit in. --recode codes all parts anew, --model names the earlier one."
    )


def _models(entries: Sequence[Entry], order: Order, before: Manifest | None) -> tuple[ModelNote, ...]:
    used = {digest for entry in entries for digest in entry.models}
    known = {note.digest: note for note in (*(before.models if before else ()), *order.models)}
    return tuple(known[digest] for digest in sorted(used & set(known)))


def _changed(before: Manifest, settings: Mapping[str, object], ending: str) -> tuple[str, ...]:
    names = sorted({*before.settings, *settings})
    other = [name for name in names if before.settings.get(name) != settings.get(name)]
    return (*other, *(["format"] if before.ending != ending else []))


def _check_same(before: Manifest, parts: Sequence[Part], source: str) -> None:
    """Refuse a folder that holds the coding of something else: it would be removed."""
    if before.source == source:
        return
    known = {(entry.source, entry.fingerprint) for entry in before.parts}
    if not before.parts or any((part.source, part.fingerprint) in known for part in parts):
        return
    raise UsageError(
        f"the output folder holds the coding of {before.source}, and parts of {source} would take their places. "
        "Name another folder with -o, or start anew with --force."
    )


def _check_stems(parts: Sequence[Part], order: Order) -> None:
    """Refuse names that differ by their ending alone where rows are named by them."""
    if order.plan.id:
        return
    names: dict[str, str] = {}
    for part in parts:
        if names.setdefault(part.stem, part.name) != part.name:
            raise InputError(
                f"{names[part.stem]} and {part.name} differ by their ending alone, and answers without an id are named "
                "by the file and the row.",
                remedy="Name the column of ids with --id, or rename one of the files.",
            )
