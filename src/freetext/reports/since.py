"""What has changed since the wave before, theme by theme, and which part of it is the world's and which the coding's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from freetext.reports.report import Entry, Listing
from freetext.reports.words import headed, listed, named
from freetext.survey.responses import Kind
from freetext.tallies.bridge_parts import Bridge, Parts
from freetext.tallies.changes import Change, ChangeRow, Changes
from freetext.tallies.conventions import Profile
from freetext.tallies.points import extent, in_points, signed

WAVES = re.compile(r"\b(OLD|NEW)\b")
TOLD = 3
UNTESTED = "Since {}, nothing could be tested: too few respondents, or nothing that differs."
SPLIT = ("World, points", "World, 95 %", "Coding, points", "Coding, 95 %", "Beyond chance, world / coding")


@dataclass(frozen=True, slots=True)
class Since:
    """The changes of one question of a `kind` since the wave `before`, in two parts where there is a bridge; `notes` as they are to be printed."""

    before: str
    changes: Changes
    bridge: Bridge | None = None
    notes: tuple[str, ...] = ()
    kind: Kind = "open"

    @property
    def known(self) -> bool:
        """Whether any change is known."""
        return any(row.cells[0].by for row in self.changes.rows)

    @property
    def parts(self) -> Bridge | None:
        """The bridge, where it tells a part of any change."""
        known = self.bridge and any(row.cells[0].world or row.cells[0].coding for row in self.bridge.rows)
        return self.bridge if known else None

    @property
    def tested(self) -> bool:
        """Whether any change was tested."""
        return any(row.cells[0].p is not None for row in self.changes.rows)


def since_listing(since: Since | None, wave: str, name: str, title: str, profile: Profile = "") -> Listing | None:
    """List the change of each theme in the total, its interval and whether it counts; `wave` names the one of now.

    None without an earlier wave, under a disclosure profile (differences undo what it hides), and where no change is known.
    """
    if profile or since is None or not since.known:
        return None
    before, now = named(since.before), named(wave)
    head = (
        "Theme" if since.kind == "open" else "Answer",
        before,
        now,
        "Change, points",
        "95 %",
        "Beyond chance",
        *(SPLIT if since.parts else ()),
    )
    rows = tuple(_row(row, since, (before, now)) for row in since.changes.rows)
    told = [since.changes.told, *(_of_bridge(since.bridge, since.parts) if since.bridge else ()), *since.notes]
    notes = tuple(dict.fromkeys((*_missing(since.changes), *told)))
    finding = since_finding(since.changes, before)
    return Listing(
        name, headed(title, "what has changed"), finding, head, rows, tuple(_waves(each, before, now) for each in notes)
    )


def since_finding(changes: Changes, before: str) -> str:
    """Say what has changed most among what is beyond chance."""
    sure = sorted((row for row in changes.rows if row.cells[0].counts), key=lambda row: -abs(_by(row)))
    if not sure and all(row.cells[0].p is None for row in changes.rows):
        return UNTESTED.format(before)
    if not sure:
        return f"Since {before}, no share has changed by more than chance could."
    told = listed([f"{named(row.name)} ({signed(_by(row))} points)" for row in sure[:TOLD]])
    more = f" and {len(sure) - TOLD} more" if len(sure) > TOLD else ""
    return f"Since {before}, changed beyond chance: {told}{more}."


def _by(row: ChangeRow) -> float:
    by = row.cells[0].by
    return by.share if by else 0.0


def _of_bridge(bridge: Bridge, parts: Bridge | None) -> Iterator[str]:
    """Say how the parts were found, or in their place why there is none."""
    said = Counter(row.cells[0].said for row in bridge.rows if row.cells[0].said)
    yield bridge.told if parts else f"World and coding: {said.most_common(1)[0][0] if said else 'nothing is known'}."
    yield from bridge.notes


def _row(row: ChangeRow, since: Since, names: tuple[str, str]) -> tuple[Entry, ...]:
    cell = row.cells[0]
    parts = _split(since.parts.row(row.theme).cells[0], names) if since.parts else ()
    return (
        Entry(named(row.name), "label", row.depth),
        *(Entry(side.share if side else None, "percent") for side in (cell.old, cell.new)),
        Entry(in_points(cell.by.share) if cell.by else None, "points"),
        Entry(extent(cell.by) if cell.by else _waves(_short(cell), *names), "range"),
        Entry(_counts(cell.p, counts=cell.counts), "range"),
        *parts,
    )


def _short(cell: Change) -> str:
    """What stands in place of an interval; why codes were not audited enough is told below."""
    return cell.said if cell.kind in {"new", "split"} else ""


def _split(cell: Parts, names: tuple[str, str]) -> tuple[Entry, ...]:
    printed = cell.in_points()
    world = float(printed[1]) if printed else in_points(cell.world.share) if cell.world else None
    return (
        Entry(world, "points"),
        Entry(extent(cell.world) if cell.world else _waves(cell.said, *names), "range"),
        Entry(float(printed[2]) if printed else None, "points"),
        Entry(extent(cell.coding) if cell.coding else "", "range"),
        Entry(
            " / ".join(
                filter(
                    None,
                    (
                        _counts(cell.world_p, counts=cell.world_counts),
                        _counts(cell.coding_p, counts=cell.coding_counts),
                    ),
                )
            ),
            "range",
        ),
    )


def _counts(p: float | None, *, counts: bool) -> str:
    return "" if p is None else "yes" if counts else "no"


def _missing(changes: Changes) -> Iterator[str]:
    """Say for which themes an audit is wanting, or the base is too small."""
    found: dict[str, list[str]] = {}
    for row in changes.rows:
        if row.cells[0].kind == "no interval":
            found.setdefault(row.cells[0].said, []).append(named(row.name))
        elif row.cells[0].kind == "small base":
            found.setdefault("too few respondents for a test", []).append(named(row.name))
    for said, names in found.items():
        yield f"{said[:1].upper()}{said[1:]}{'' if len(names) == len(changes.rows) else ': ' + listed(names)}."


def _waves(said: str, before: str, now: str) -> str:
    """Call the waves by their names."""
    return WAVES.sub(lambda each: before if each[1] == "OLD" else now, said)
