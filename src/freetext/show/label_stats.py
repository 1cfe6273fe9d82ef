"""What the logs of labels hold, counted by coder and theme: on a terminal and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from statistics import median

from freetext.show.grid import Head, Line, grid
from freetext.show.numbers import EMPTY, count, fixed, percent
from freetext.show.screens import safe, weighted, wrap
from freetext.survey.codeframe import Codeframe
from freetext.survey.labels import FLAGS, LABEL_SOURCES, NEVER, Key, Label, Settled, decisive, moment, skipped

HOUR = 3600.0


@dataclass(frozen=True, slots=True)
class CoderStats:
    """One coder's work.

    decisions        answers with a decision that stands, the latest alone
    undone           decisions and skips taken back
    skipped          answers passed over and not decided since
    median_seconds   of a decision, None where none was timed
    per_hour         decisions in an hour of the time that they took
    suggested        decisions with the model's codes in sight
    sources, flags   decisions of each source, answers with each flag
    first_day, last_day  in UTC, empty where no time can be read
    """

    coder: str
    decisions: int
    undone: int
    skipped: int
    median_seconds: float | None
    per_hour: float | None
    suggested: int
    sources: Mapping[str, int]
    flags: Mapping[str, int]
    first_day: str
    last_day: str


@dataclass(frozen=True, slots=True)
class ThemeStats:
    """One theme: answers that people gave it, their share of the answers decided, answers where it is in dispute."""

    theme: str
    name: str
    labels: int
    share: float | None
    disputed: int


@dataclass(frozen=True, slots=True)
class FrameStats:
    """The themes of one codeframe (empty name: labels of questions without one): answers decided, and those in dispute."""

    codeframe: str
    answers: int
    disputed: int
    themes: tuple[ThemeStats, ...]


@dataclass(frozen=True, slots=True)
class BridgeStats:
    """The bridge to one wave: answers coded again, those in dispute, and how many each coder decided. No other count has them."""

    wave: str
    answers: int
    disputed: int
    coders: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class LabelStats:
    """What the logs hold; bridges apart."""

    coders: tuple[CoderStats, ...]
    codeframes: tuple[FrameStats, ...]
    bridges: tuple[BridgeStats, ...] = ()


def bridge_stats(wave: str, settled: Mapping[Key, Settled]) -> BridgeStats:
    """Count what was settled in the bridge to a wave."""
    coders = Counter(coder for each in settled.values() for coder in each.coders)
    disputed = sum(bool(each.disputed) for each in settled.values())
    return BridgeStats(wave, len(settled), disputed, dict(sorted(coders.items())))


def label_stats(
    labels: Sequence[Label],
    settled: Mapping[Key, Settled],
    frames: Mapping[str, Codeframe],
    bridges: Sequence[BridgeStats] = (),
) -> LabelStats:
    """Count the events of the logs, and what was `settled`; `frames` are the codeframes of the questions."""
    counted: dict[str, list[Label]] = {coder: [] for coder in sorted({label.coder for label in labels})}
    for decisions in decisive(labels).values():
        for label in decisions.values():
            counted[label.coder].append(label)
    coders = tuple(
        _coder(coder, decisions, [label for label in labels if label.coder == coder])
        for coder, decisions in counted.items()
    )
    by_frame: dict[str, list[Settled]] = {}
    every = {frame.digest: frame for frame in frames.values()}
    for (_, question), each in settled.items():
        by_frame.setdefault(frames[question].digest if question in frames else "", []).append(each)
    return LabelStats(
        coders, tuple(_frame(every.get(digest), part) for digest, part in by_frame.items()), tuple(bridges)
    )


def _coder(coder: str, decisions: Sequence[Label], events: Sequence[Label]) -> CoderStats:
    seconds = [label.seconds for label in decisions if label.seconds is not None]
    spent = sum(seconds)
    flagged = {(label.key, flag) for label in (*decisions, *_skips(events)) for flag in label.flags}
    days = [read for read in (moment(label.time) for label in events) if read != NEVER]
    return CoderStats(
        coder,
        len({label.key for label in decisions}),
        sum(label.event == "undo" for label in events),
        len(skipped(events, coder)),
        median(seconds) if seconds else None,
        HOUR * len(seconds) / spent if spent else None,
        sum(label.suggested for label in decisions),
        _counts((label.source for label in decisions), LABEL_SOURCES),
        _counts((flag for _, flag in flagged), FLAGS),
        _day(min(days, default=None)),
        _day(max(days, default=None)),
    )


def _skips(events: Iterable[Label]) -> Iterator[Label]:
    return (label for label in events if label.event == "skip")


def _counts(found: Iterable[str], order: Sequence[str]) -> dict[str, int]:
    counts = Counter(found)
    return {each: counts[each] for each in order if counts[each]}


def _day(read: datetime | None) -> str:
    return read.date().isoformat() if read else ""


def _frame(frame: Codeframe | None, settled: Sequence[Settled]) -> FrameStats:
    """Count the themes of a codeframe, the commonest first; those that it does not have follow the others of their count."""
    given, disputed = Counter[str](), Counter[str]()
    for each in settled:
        given.update(each.themes)
        disputed.update(each.disputed)
    names = {theme.slug: theme.name for theme in frame.themes} if frame else {}
    order = [*names, *sorted({*given, *disputed} - names.keys())]
    themes = [
        ThemeStats(slug, names.get(slug, slug), given[slug], given[slug] / len(settled), disputed[slug])
        for slug in sorted(order, key=lambda slug: -given[slug])
    ]
    doubtful = sum(bool(each.disputed) for each in settled)
    return FrameStats(frame.name if frame else "", len(settled), doubtful, tuple(themes))


def label_stats_text(stats: LabelStats, *, width: int = 80, colour: bool = False) -> str:
    """Draw the counts as text that fits `width` cells; a dash where there is nothing to count."""
    lines = [weighted("Coders", "bold", colour=colour), "", *_coder_lines(stats.coders, width, colour=colour)]
    for frame in stats.codeframes:
        title = f"Themes of {safe(frame.codeframe)}" if frame.codeframe else "Themes of questions without a codeframe"
        heading = f"{title}: {count(frame.answers)} answers decided, {count(frame.disputed)} in dispute"
        lines += ["", *(weighted(line, "bold", colour=colour) for line in wrap(heading, width)), ""]
        lines += _theme_lines(frame, width, colour=colour)
    for bridge in stats.bridges:
        lines += ["", *wrap(_bridge_line(bridge), width)]
    return "\n".join(lines) + "\n"


def _bridge_line(bridge: BridgeStats) -> str:
    coders = ", ".join(f"{safe(coder)} {count(number)}" for coder, number in bridge.coders.items())
    again = f"{count(bridge.answers)} answers coded again, {count(bridge.disputed)} in dispute"
    return f"Bridge to {safe(bridge.wave)}: {again}" + (f" ({coders})" if coders else "")


HEADS = ("decided", "undone", "skipped", "median s", "an hour", "suggested", "flagged", "first day", "last day")


def _coder_lines(coders: Sequence[CoderStats], width: int, *, colour: bool) -> list[str]:
    sources = [source for source in LABEL_SOURCES if any(source in each.sources for each in coders)]
    lines = [
        Line(
            safe(each.coder),
            tuple(
                (cell,)
                for cell in (
                    *(count(number) for number in (each.decisions, each.undone, each.skipped)),
                    *(fixed(each.median_seconds, 1), fixed(each.per_hour, 0)),
                    *(count(number) for number in (each.suggested, sum(each.flags.values()))),
                    *(each.first_day or EMPTY, each.last_day or EMPTY),
                    *(count(each.sources.get(source, 0)) for source in sources),
                )
            ),
        )
        for each in coders
    ]
    return grid([Head(head, 1) for head in (*HEADS, *sources)], [lines], width=width, colour=colour)


def _theme_lines(frame: FrameStats, width: int, *, colour: bool) -> list[str]:
    held = [theme for theme in frame.themes if theme.labels or theme.disputed]
    lines = [
        Line(
            safe(each.name), tuple((cell,) for cell in (count(each.labels), percent(each.share), count(each.disputed)))
        )
        for each in held
    ]
    drawn = grid([Head(head, 1) for head in ("answers", "share", "disputed")], [lines], width=width, colour=colour)
    never = [safe(theme.name) for theme in frame.themes if theme not in held]
    return [*drawn, *(wrap(f"Never given: {', '.join(never)}.", width) if never else [])]


def label_stats_json(stats: LabelStats) -> str:
    """Write the counts as JSON text (ASCII): the fields of `LabelStats`, null where there is nothing to count."""
    return json.dumps({"format": 1, **asdict(stats)}, indent=1, allow_nan=False) + "\n"
