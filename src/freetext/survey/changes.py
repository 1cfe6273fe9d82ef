"""Old labels under a codeframe that has changed since: carried over by its log of changes; nothing is guessed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from freetext.survey.codeframe import Codeframe
from freetext.survey.fates import Fate
from freetext.survey.labels import RULE, Key, Label, Mark, Settled, counted_of, decisive


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


def settle_under(labels: Iterable[Label], codeframe: Codeframe) -> Mapping[Key, Settled]:
    """Settle decisions under the codeframe of today, as `settle` does.

    Whose decision leaves the parts of a split theme undecided abstains on them: where somebody has given one of the parts since,
    the others decide; else all parts are in dispute.
    """
    return {key: _settled(decisions, codeframe) for key, decisions in decisive(labels).items()}


def _settled(decisions: Mapping[Mark, Label], codeframe: Codeframe) -> Settled:
    counted, tier = counted_of(decisions)
    carried = [carry(label, codeframe) for label in counted]
    named = dict.fromkeys(slug for each in carried for slug in (*each.label.themes, *each.undecided))
    said = {slug: [slug in each.label.themes for each in carried if slug not in each.undecided] for slug in named}
    given = {slug for slug, votes in said.items() if any(votes)}
    opened = {slug for each in carried if given.isdisjoint(each.undecided) for slug in each.undecided}
    agreed = tuple(slug for slug, votes in said.items() if votes and all(votes))
    disputed = tuple(slug for slug in said if slug in opened or (slug in given and slug not in agreed))
    return Settled(agreed, disputed, tuple(label.coder for label in counted), by_rule=tier == RULE)


def holding(labels: Iterable[Label], codeframe: Codeframe, slugs: Collection[str]) -> int:
    """Count the answers that somebody's decision gives one of these themes, agreed, in dispute or undecided."""
    settled = settle_under(labels, codeframe)
    return sum(not {*each.themes, *each.disputed}.isdisjoint(slugs) for each in settled.values())
