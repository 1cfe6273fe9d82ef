"""The page's colours can be told apart from what they stand on, in the light and in the dark."""

import re
from importlib.resources import files

import pytest

SHEETS = [
    (files("freetext.show") / "templates" / name).read_text(encoding="utf-8") for name in ("page.css", "charts.css")
]
TEXTS = [
    *(
        ("ink", "paper"),
        ("ink", "wash"),
        ("quiet", "paper"),
        ("quiet", "wash"),
        ("accent", "paper"),
        ("accent", "wash"),
    ),
    *(("ink", "accent-wash"), ("ink", "warn-wash"), ("warn", "warn-wash"), ("on0", "f0"), ("on", "h5")),
    *(("on", f"f{at}") for at in range(1, 8)),
    *(("dim", f"h{at}") for at in range(5)),
    *(("bright", f"h{at}") for at in range(6, 9)),
]
SHAPES = [("f0", "paper"), ("edge", "paper"), *((f"l{at}", "paper") for at in range(8))]


def colours(scheme):
    """The page's named colours in the light or in the dark."""
    found: dict[str, str] = {}
    for sheet in SHEETS:
        light, dark = re.findall(r":root \{(.*?)\}", sheet, re.DOTALL)
        for block in (light, dark)[: 1 + (scheme == "dark")]:
            found |= dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6});", block))
    return found


def luminance(colour):
    """Relative luminance of a colour, by WCAG 2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, two):
    """Contrast of two colours, 1 to 21, by WCAG 2."""
    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("front", "back"), TEXTS)
def test_text_can_be_read(scheme, front, back):
    """Every text has a contrast of at least 4.5 to what it stands on."""
    names = colours(scheme)
    assert contrast(names[front], names[back]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("front", "back"), SHAPES)
def test_shapes_can_be_seen(scheme, front, back):
    """Bars, lines and marks have a contrast of at least 3 to the paper."""
    names = colours(scheme)
    assert contrast(names[front], names[back]) >= 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_neighbours_in_a_stacked_bar_differ_for_everybody(scheme):
    """Fills that follow each other differ by their lightness too, not by their hue alone."""
    names = colours(scheme)
    assert all(contrast(names[f"f{at}"], names[f"f{at + 1}"]) >= 1.15 for at in range(7))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_shades_of_a_map_rise(scheme):
    """The shades of a heat map move one way, each a step away from the paper."""
    names = colours(scheme)
    steps = [contrast(names[f"h{at}"], names["paper"]) for at in range(9)]
    assert steps == sorted(steps)
