"""An earlier wave under today's codeframe: what each theme was called then, by the codeframe's own log; nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from freetext.errors import names_listed
from freetext.survey.codeframe import Codeframe
from freetext.survey.fates import Fate
from freetext.survey.responses import Audit, Responses
from freetext.tallies.lines import Line, any_of, largest_of, least_of, scores_of

OriginKind = Literal["same", "renamed", "merged", "wider", "split", "new", "retired"]
"""What a theme of today was in an earlier codeframe.

same, renamed, merged  it was there, under its own slug, another or several: its figures can be compared
wider    a net that was there, and holds a theme today that was not: they can be compared, and a note is due
split    a part of a theme of then: the earlier wave has no figure for the part alone
new      nothing of then stands for it
retired  nothing of today stands for a theme of then
"""

COMPARABLE: tuple[OriginKind, ...] = ("same", "renamed", "merged", "wider")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a theme or net of today comes from: `of` are slugs of then; of a net that is wider now those that came in since."""

    slug: str
    kind: OriginKind
    of: tuple[str, ...] = ()

    def told(self, wave: str = "OLD") -> str:
        """Say it in a few words; nothing where there is nothing to tell."""
        names = names_listed(self.of)
        return {
            "same": "",
            "renamed": f"{names} in {wave}",
            "merged": f"{names} in {wave}",
            "wider": f"with {names}, not in {wave}",
            "split": f"a part of {names} in {wave}",
            "new": f"not in {wave}",
            "retired": f"only in {wave}",
        }[self.kind]


def origins(codeframe: Codeframe, earlier: Sequence[str]) -> dict[str, Origin]:
    """Say of every theme and net of a codeframe what it was; `earlier` are the slugs that the earlier wave could be coded with."""
    sources = _sources(codeframe, earlier)
    found = {slug: _theme_origin(slug, sources[slug]) for slug in codeframe.slugs}
    fates = {slug: _fate(codeframe, slug) for slug in earlier}
    for net in codeframe.nets:
        inside = [theme.slug for theme in codeframe.children(net.slug)]
        found[net.slug] = _net_origin(net.slug, [found[slug] for slug in inside], fates, inside)
    return found


def gone(codeframe: Codeframe, earlier: Sequence[str]) -> tuple[Origin, ...]:
    """Return the themes of an earlier wave that nothing of today stands for."""
    lost = (slug for slug in earlier if not set(_fate(codeframe, slug).slugs) & set(codeframe.slugs))
    return tuple(Origin(slug, "retired", (slug,)) for slug in lost)


def carried(responses: Responses, codeframe: Codeframe) -> Responses:
    """Return what an earlier wave said, coded under its own codeframe, under today's.

    A theme that was merged is there where any of its sources was; each part of a split has the codes of the whole, so that nets over all
    parts stay right (`origins` says which themes cannot be compared one by one). New themes have no codes.
    """
    if responses.codeframe.digest == codeframe.digest:
        return responses
    before = responses.codeframe
    sources = _sources(codeframe, before.slugs)
    lines = [
        Line(theme, 0, net=True, places=tuple(before.position[slug] for slug in sources[theme.slug]))
        for theme in codeframe.themes
    ]
    return replace(
        responses,
        codeframe=codeframe,
        given=any_of(responses.given, lines),
        source=least_of(responses.source, lines),
        audit=None if responses.audit is None else _audit(responses.audit, lines),
    )


def _audit(audit: Audit, lines: Sequence[Line]) -> Audit:
    """Carry what people said; of new themes nothing that they read has one."""
    truth = largest_of(audit.truth, lines)
    unread = ~(audit.known | audit.audited)
    new = np.array([not line.places for line in lines], dtype=np.bool_)
    truth[unread[:, None] & new] = np.nan
    return replace(audit, truth=truth, scores=None if audit.scores is None else scores_of(audit.scores, lines))


def _fate(codeframe: Codeframe, slug: str) -> Fate:
    fate = codeframe.fates.get(slug, Fate((slug,)))
    return replace(fate, sure=fate.sure or len(fate.slugs) == 1)


def _sources(codeframe: Codeframe, earlier: Sequence[str]) -> dict[str, dict[str, bool]]:
    """From each theme of today to the slugs of then that lead to it, and whether each is that theme for sure."""
    found: dict[str, dict[str, bool]] = {slug: {} for slug in codeframe.slugs}
    for old in earlier:
        fate = _fate(codeframe, old)
        for slug in fate.slugs:
            if slug in found:
                found[slug][old] = fate.sure
    return found


def _theme_origin(slug: str, sources: Mapping[str, bool]) -> Origin:
    of = tuple(sources)
    if not of:
        return Origin(slug, "new")
    if not all(sources.values()):
        return Origin(slug, "split", tuple(old for old in of if not sources[old]))
    if of == (slug,):
        return Origin(slug, "same", of)
    return Origin(slug, "merged" if len(of) > 1 else "renamed", of)


def _net_origin(slug: str, children: Sequence[Origin], fates: Mapping[str, Fate], inside: Sequence[str]) -> Origin:
    """A net is told by its children; parts of a theme that was split make no difference where all of them are in it."""
    new = tuple(child.slug for child in children if child.kind == "new")
    if len(new) == len(children):
        return Origin(slug, "new")
    torn = tuple(dict.fromkeys(_torn(children, fates, inside)))
    if torn:
        return Origin(slug, "split", torn)
    return Origin(slug, "wider", new) if new else Origin(slug, "same", (slug,))


def _torn(children: Sequence[Origin], fates: Mapping[str, Fate], inside: Sequence[str]) -> Iterator[str]:
    """Yield the themes of then of which some part lies in the net, and some outside."""
    for child in children:
        if child.kind == "split":
            yield from (old for old in child.of if not set(fates[old].slugs) <= set(inside))
