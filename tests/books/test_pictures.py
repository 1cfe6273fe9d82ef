"""Charts as pictures."""

import io
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from colorsys import rgb_to_hls
from dataclasses import replace
from importlib.resources import files

import matplotlib as mpl
import pytest
from PIL import Image

from freetext.files.reporting import picture_frame, report_drawings
from freetext.files.reporting.picture_rows import letters_on
from freetext.files.reporting.picture_text import broken, shown, width
from freetext.files.reporting.pictures import DPI, MOST, pictures
from freetext.reports.report import Chart, ChartKind, Series

SVG = "{http://www.w3.org/2000/svg}"


def drawn(chart, **options):
    """One picture."""
    (picture,) = pictures([chart], **options)
    return picture


def words(picture):
    """The texts of an SVG, in order."""
    return [each.text for each in ET.fromstring(picture.svg).iter(f"{SVG}text")]


def odd_charts(make):
    """Charts that want to fall over: none, one, sixty, hidden, long, in other scripts."""
    total = [make.cell(k, 60) for k in range(60)]
    one = Chart("bars", "one", "", "", "", ("only",), (make.series("T", (make.cell(1, 1),)),))
    yield one
    yield replace(
        one, name="sixty", labels=tuple(f"{k} {make.LONG}" for k in range(60)), series=(make.series("T", tuple(total)),)
    )
    yield replace(one, name="none", labels=(), series=(Series("T", (), ()),))
    yield replace(one, name="hidden", series=(make.series("T", (make.HIDDEN,)),))
    yield replace(one, name="script", labels=(make.EMOJI,), finding=make.EMOJI * 9, note=make.EMOJI)
    yield replace(one, name="control", labels=("a\x00\x0b\ud800b",), finding="x\x1b[31m")
    kinds: tuple[ChartKind, ...] = ("stacked", "heat", "dumbbell", "trend")
    for kind in kinds:
        hidden = make.series("open", (make.HIDDEN, make.cell(1, 2), make.cell(2, 2)))
        pair = (make.series(make.LONG, (make.HIDDEN, make.cell(1, 2), make.cell(0, 2))), hidden)
        yield Chart(kind, kind, make.LONG, make.LONG * 3, "Base.", ("", make.LONG, "$x^2$"), pair, make.LONG * 5)
        yield Chart(
            kind,
            f"{kind}-one",
            "",
            "",
            "",
            ("a",),
            tuple(
                replace(each, shares=each.shares[1:2], texts=each.texts[1:2], low=each.low[1:2], high=each.high[1:2])
                for each in pair
            ),
        )
        yield Chart(kind, f"{kind}-none", "", "", "", (), (Series("a", (), ()), Series("b", (), ())))
    crossed: tuple[ChartKind, ...] = ("heat", "trend", "stacked")
    many = tuple(make.series(f"column {number}", tuple(total[:3])) for number in range(20))
    for kind in crossed:
        yield Chart(kind, f"{kind}-many", "", "", "", ("row 1", "row 2", "row 3"), many)


def test_every_kind_is_drawn_twice(charts):
    """Every kind of chart becomes a PNG of the size that it says and an SVG that can be parsed."""
    for chart, picture in zip(charts, pictures(charts), strict=True):
        with Image.open(io.BytesIO(picture.png)) as image:
            assert (picture.name, image.format, image.size) == (chart.name, "PNG", picture.size)
        assert picture.size[0] == 7.5 * DPI
        assert ET.fromstring(picture.svg).tag == f"{SVG}svg"


def test_odd_charts_are_drawn(make):
    """Nothing at all, one row, sixty rows, hidden cells, long labels and other scripts are drawn, without a warning."""
    for chart in odd_charts(make):
        picture = drawn(chart)
        assert max(picture.size) <= MOST
        assert ET.fromstring(picture.svg).tag == f"{SVG}svg"


def test_words_stand_in_the_picture(charts):
    """Finding, base, note, every label and every figure of bars stand in the SVG as text that can be searched."""
    chart = replace(charts[0], note="A note.")
    found = words(drawn(chart))
    assert {chart.finding, "A note.", *chart.labels, *chart.series[0].texts} <= set(found)
    assert f"{chart.base} Thin lines: 95 % intervals." in found


def test_bare_pictures_leave_the_words_to_others(charts):
    """A bare picture has its labels, and neither finding nor base."""
    whole, bare = drawn(charts[0]), drawn(charts[0], bare=True)
    assert charts[0].finding not in words(bare)
    assert set(charts[0].labels) <= set(words(bare))
    assert bare.size[1] < whole.size[1]


def test_hidden_shares_are_marked_and_not_drawn(charts, make):
    """A hidden share stands as its mark; a bar of it is as good as none."""
    chart = replace(charts[0], labels=("a", "b"), series=(make.series("T", (make.cell(4, 10), make.HIDDEN)),))
    assert "*" in words(drawn(chart))
    assert words(drawn(charts[2])).count("*") == 2


def test_the_same_chart_gives_the_same_bytes(charts):
    """Neither order nor moment nor a user's own settings of matplotlib change a picture, and those stay as they were."""
    first = list(pictures(charts))
    with mpl.rc_context({"font.family": "serif", "font.size": 20.0, "text.usetex": True, "svg.fonttype": "path"}):
        again = list(pictures(reversed(charts)))
        assert (mpl.rcParams["font.size"], mpl.rcParams["svg.fonttype"]) == (20.0, "path")
    assert first == again[::-1]


def test_no_markup_of_a_text_is_followed(make):
    """Dollars, tags and ampersands in a label stand for themselves."""
    chart = make.bars(make.ODD, "odd", "Odd.")
    assert {"a $x^2$ b", "<b>&amp;</b> | [x](y)"} <= set(words(drawn(chart)))
    assert b"<b>" not in drawn(chart).svg


def test_nothing_is_fetched(charts):
    """An SVG names no address but those of its own vocabularies."""
    for picture in pictures(charts):
        for element in ET.fromstring(picture.svg).iter():
            for name, value in element.attrib.items():
                assert not ("href" in name and not value.startswith("#")), value


@pytest.mark.parametrize("text", ["one two three", "x" * 200, "", "資源" * 50, "a\tb\nc"])
def test_broken_lines_fit(text):
    """No line is wider than its room, and no letter is lost."""
    lines = broken(text, 1.0, 10)
    assert all(width(line, 10) <= 1.0 for line in lines)
    assert "".join(lines).replace(" ", "") == shown(text).replace(" ", "")


def test_cut_lines_end_with_a_mark():
    """A text that takes more lines than there are ends with a mark, and still fits."""
    lines = broken("word " * 100, 1.0, 10, most=3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert width(lines[-1], 10) <= 1.0


@pytest.mark.parametrize(("colour", "letters"), [("#08519C", "white"), ("#EEF5FB", "#262626"), ("#F0E442", "#262626")])
def test_letters_can_be_read(colour, letters):
    """Letters on a field are those with the greater contrast."""
    assert letters_on(colour) == letters


def test_no_noise_without_a_home(tmp_path):
    """Where matplotlib can keep nothing, it says nothing either, and no figure window is ever thought of."""
    code = (
        "from freetext.files.reporting.pictures import pictures\n"
        "from freetext.reports.report import Chart, ChartKind, Series\n"
        "import sys\n"
        "chart = Chart('bars', 'a', '', 'F.', 'B.', ('\\N{FAMILY}',), (Series('T', (0.5,), ('50 %',)),))\n"
        "assert len(list(pictures([chart]))) == 1\n"
        "assert 'matplotlib.pyplot' not in sys.modules\n"
    )
    (tmp_path / "file").touch()
    nowhere = str(tmp_path / "file" / "below")
    environment = {
        "HOME": nowhere,
        "XDG_CACHE_HOME": nowhere,
        "XDG_CONFIG_HOME": nowhere,
        "PATH": "",
        "TMPDIR": str(tmp_path),
    }
    run = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_one_order_of_colours_everywhere():
    """Page, pictures and workbook give an option the same place among the hues: blue, orange, green, sky, red, yellow, pink, grey."""
    sheet = (files("freetext.show") / "templates" / "charts.css").read_text(encoding="utf-8")
    page = re.findall(r"--f[0-6]: (#[0-9a-f]{6})", sheet)[:7]
    for others in (picture_frame.COLOURS, report_drawings.COLOURS):
        for one, other in zip(page, others[:7], strict=True):
            apart = abs(hue(one) - hue(other))
            assert min(apart, 1 - apart) < 0.05


def hue(colour):
    return rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))[0]
