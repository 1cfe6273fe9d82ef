"""Old labels under a codeframe that has changed since: carried over by its log of changes; nothing is guessed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from freetext.survey.codeframe import Codeframe
from freetext.survey.fates import Fate
from freetext.survey.labels import Key, Label, Settled, settle


@dataclass(frozen=True, slots=True)
class Carried:
    """A label under the codeframe of today, and the themes that it leaves undecided: parts of a theme that it held."""

    label: Label
    undecided: tuple[str, ...] = ()


def carry(label: Label, codeframe: Codeframe) -> Carried:
    """Carry a label over: each slug that a change moved becomes what it is now, any other slug stays as it is.

    What was split since decides nothing: its parts are undecided, unless the label itself holds them.
    """
    if codeframe.fates.keys().isdisjoint(label.themes):
        return Carried(label)
    found = [codeframe.fates.get(slug, Fate((slug,))) for slug in label.themes]
    kept = dict.fromkeys(slug for fate in found if fate.sure for slug in fate.slugs)
    opened = dict.fromkeys(slug for fate in found if not fate.sure for slug in fate.slugs if slug not in kept)
    return Carried(replace(label, themes=tuple(kept)), tuple(opened))


def carry_all(labels: Iterable[Label], codeframe: Codeframe) -> tuple[list[Label], Mapping[Key, tuple[str, ...]]]:
    """Carry the events of logs over; return them, and for each answer the themes that its decisions leave undecided.

    Only the decisions that `settle` counts leave anything undecided: neither one that its coder took back or replaced, nor one
    that an adjudicator overruled.
    """
    carried = [carry(label, codeframe) for label in labels]
    if not any(each.undecided for each in carried):
        return [each.label for each in carried], {}
    left = settle(replace(each.label, themes=each.undecided) for each in carried)
    undecided = {key: (*each.themes, *each.disputed) for key, each in left.items() if each.themes or each.disputed}
    return [each.label for each in carried], undecided


def undecide(settled: Mapping[Key, Settled], undecided: Mapping[Key, tuple[str, ...]]) -> Mapping[Key, Settled]:
    """Return what people settled, with the undecided themes of each answer in dispute."""
    return {key: _reopened(each, undecided.get(key, ())) for key, each in settled.items()}


def _reopened(settled: Settled, undecided: tuple[str, ...]) -> Settled:
    themes = tuple(slug for slug in settled.themes if slug not in undecided)
    return replace(settled, themes=themes, disputed=tuple(dict.fromkeys((*settled.disputed, *undecided))))


def holding(labels: Iterable[Label], codeframe: Codeframe, slugs: Collection[str]) -> int:
    """Count the answers that somebody's decision gives one of these themes, agreed, in dispute or undecided."""
    carried, undecided = carry_all(labels, codeframe)
    settled = undecide(settle(carried), undecided)
    return sum(not {*each.themes, *each.disputed}.isdisjoint(slugs) for each in settled.values())
