"""What all inline charts are drawn with: a sheet of a fixed width, text that is wrapped, a scale, whiskers and fills."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from freetext.reports.report import Chart
from freetext.show.screens import display_width, safe, wrap

SIZE = 14.0
"""Height of the letters, in units of the drawing."""

LINE = 18.0
LETTER = 0.6
"""How wide a letter is, of its height: generous, for the reader's fonts are not known here."""

EDGE = 12.0
"""So near to the edge of the sheet, words are no longer centred."""

FILLS = 8
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True, slots=True)
class Sheet:
    """How much room a drawing has: its width, and that of the labels at the left; 0 puts each label above its bar."""

    name: str
    width: float
    labels: float


WIDE = Sheet("wide", 720, 200)
NARROW = Sheet("narrow", 340, 0)
"""For a telephone: the same chart, drawn again, as shrinking would make the letters too small."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Shares 0..`top` between two edges, from left to right (or from bottom to top)."""

    start: float
    end: float
    top: float = 1.0

    def at(self, share: float) -> float:
        """Where a share lies; what is beyond the scale lies at its edge."""
        return self.start + (self.end - self.start) * min(max(share / self.top, 0.0), 1.0)


def drawing(chart: Chart, sheet: Sheet, height: float, width: float | None = None) -> Element:
    """Begin a drawing that names and describes itself to those who cannot see it."""
    across = sheet.width if width is None else width
    name = f"{chart.name}-{sheet.name}"
    svg = Element(
        "svg",
        {
            "class": f"chart {sheet.name}",
            "viewBox": f"0 0 {number(across)} {number(height)}",
            "width": number(across),
            "height": number(height),
            "role": "img",
            "aria-labelledby": f"{name}-title {name}-desc",
        },
    )
    SubElement(svg, "title", {"id": f"{name}-title"}).text = safe(chart.title)
    SubElement(svg, "desc", {"id": f"{name}-desc"}).text = described(chart)
    return svg


SAID = 40
"""Numbers that a description lists; of more it says where they stand."""


def described(chart: Chart) -> str:
    """The chart in words: its finding, its numbers while they are few, and its base."""
    said = [
        ": ".join(part for part in (each.name, _pairs(chart.labels, each.texts)) if part)
        for each in chart.series
        if len(chart.series) * len(chart.labels) <= SAID
    ]
    numbers = said or ["Its numbers stand in the table of this section."]
    return safe(
        " ".join(part if part.endswith(".") else f"{part}." for part in (chart.finding, *numbers, chart.base) if part)
    )


def _pairs(labels: tuple[str, ...], texts: tuple[str, ...]) -> str:
    return ", ".join(f"{label} {text}" for label, text in zip(labels, texts, strict=True))


def add(parent: Element, tag: str, style: str = "", **numbers: float) -> Element:
    """Add a shape of a style (a class of the page's style sheet); `_` in a name stands for `-`."""
    named = {name.replace("_", "-"): number(value) for name, value in numbers.items()}
    return SubElement(parent, tag, {**({"class": style} if style else {}), **named})


def number(value: float) -> str:
    """A coordinate: one decimal where there is one."""
    return f"{value:.1f}".removesuffix(".0")


def write(parent: Element, text: str, x: float, y: float, style: str = "", size: float = SIZE) -> Element:
    """Write one line of harmless text; `style` says where it is anchored (`mid`, `end`), and more."""
    element = SubElement(parent, "text", {"x": number(x), "y": number(y), "font-size": number(size)})
    if style:
        element.set("class", style)
    element.text = safe(text)
    return element


def lines(text: str, room: float, size: float = SIZE) -> list[str]:
    """Break a text into lines that fit a room."""
    return wrap(safe(text), max(4, int(room / (size * LETTER))))


def width_of(text: str, size: float = SIZE) -> float:
    """How wide a text is at most, as good as can be known."""
    return display_width(safe(text)) * size * LETTER


def widest(texts: tuple[str, ...], size: float = SIZE) -> float:
    """The width of the widest of these texts; 0 of none."""
    return max((width_of(each, size) for each in texts), default=0.0)


def grid(parent: Element, scale: Scale, bands: Sequence[tuple[float, float]]) -> None:
    """Draw the lines of a scale of shares from left to right through bands from a top to a bottom, its percentages below them."""
    for tick in TICKS:
        x = scale.at(tick)
        for top, bottom in bands:
            add(parent, "line", "grid" if tick else "axis", x1=x, x2=x, y1=top, y2=bottom)
        last = max((bottom for _, bottom in bands), default=0.0)
        write(parent, f"{tick * 100:.0f} %", x, last + LINE, f"tick {_side(parent, x)}".strip(), 12)


def _side(parent: Element, x: float) -> str:
    """How words about a place are anchored, so that they stay on the sheet."""
    if x < EDGE:
        return ""
    return "end" if x > float(parent.get("width", "0")) - EDGE else "mid"


def whisker(parent: Element, scale: Scale, ends: tuple[float, float], y: float, style: str = "whisker") -> None:
    """Draw an interval: a line with caps, edged so that it is seen on a bar as well."""
    low, high = map(scale.at, ends)
    path = (
        f"M{number(low)} {number(y - 5)}v10M{number(low)} {number(y)}H{number(high)}M{number(high)} {number(y - 5)}v10"
    )
    for each in ("halo", style):
        SubElement(parent, "path", {"class": each, "d": path})


def fill(parent: Element, place: int, box: tuple[float, float, float, float]) -> None:
    """Fill a box (x, y, width, height) with a series' colour and its pattern, so that no one depends on colours alone."""
    x, y, width, height = box
    kind = place % FILLS
    add(parent, "rect", f"f{kind}", x=x, y=y, width=width, height=height)
    if kind:
        add(parent, "rect", f"p{kind}", x=x, y=y, width=width, height=height)


def legend(parent: Element, names: tuple[str, ...], left: float, room: float, y: float) -> float:
    """Draw swatches with their names, in as many lines as they need; returns where the last line ends."""
    x, box = left, 14.0
    for place, name in enumerate(names):
        need = box + 6 + width_of(name) + 18
        if x > left and x + need > left + room + 18:
            x, y = left, y + LINE + 6
        fill(parent, place, (x, y, box, box))
        write(parent, name, x + box + 6, y + 12)
        x += need
    return y + LINE


def interval(low: tuple[float | None, ...], high: tuple[float | None, ...], place: int) -> tuple[float, float] | None:
    """The interval of a label, where the series has one."""
    ends = (low[place], high[place]) if place < min(len(low), len(high)) else (None, None)
    return None if ends[0] is None or ends[1] is None else (ends[0], ends[1])
