"""The journey of docs/next-wave.md, every command of it in order in one demo folder, with somebody at the keyboard where it asks."""

import json
import shlex
import shutil

import pytest
from tests.test_docs_examples import FENCE, TOP, Block, commands_of, missing_line

from freetext.files.labelling.labels import read_labels
from freetext.files.project.codeframes import read_codeframe
from freetext.files.tabular.tables import read_table
from freetext.survey.labels import standing

pytestmark = pytest.mark.slow

THEME = "families-and-children"
TURNS = b"1\n\nn\n\n"
"""Resource on one answer, none of the themes on the next."""

KEYS = {
    "discover --review": b"y\ny\n\nFamilies and children\nWhat families and children wait for.\nw\n\nq\n",
    "review --batch 20": TURNS * 10 + b"q\n",
    "review --question barrier_why --audit 100": TURNS * 20 + b"q\n",
    "review --bridge": TURNS * 10 + b"\n" + TURNS * 10 + b"q\n",  # two batches
}
LEFT_WITH = {"check wave2.csv": 3}
"""Exit codes other than 0: answers that a trained person must read today."""


def journey():
    """The commands of the page's journey, each with the output that the page shows below it."""
    page = (TOP / "docs" / "next-wave.md").read_text(encoding="utf-8")
    part = page[page.index("## The journey") : page.index("## Waves of a survey")]
    for fence in FENCE.finditer(part):
        yield from commands_of(
            Block("console", fence.group(2), page.count("\n", 0, page.index(part) + fence.start(2)) + 1)
        )


def walk(freetext, folder):
    """Walk the whole page in a demo folder: every command ends as it must, and shows what the page shows."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", "100")
        for line, command, shown in journey():
            words = shlex.split(command)[1:]
            said = shlex.join(words)
            keys = next((keys for begin, keys in KEYS.items() if said.startswith(begin)), b"")
            done = freetext(*words, cwd=folder, stdin=keys)
            assert done.code == LEFT_WITH.get(said, 0), (line, command, done.out, done.err)
            lacking = min(missing_line(shown, out) or "" for out in (done.err + done.out, done.out + done.err))
            assert not lacking, (line, command, lacking, done.out, done.err)


def logged(folder, *folders):
    """The decisions of whoever played the person, by wave."""
    found = standing(read_labels(folder.joinpath("data", "annotated", *folders)).labels)
    return [each for each in found if each.coder == "eve"]


def the_log(folder):
    """Two on a group, twenty and forty in review, all on the new wave; forty in the bridge, apart, on the old one."""
    assert [each.source for each in logged(folder)].count("lookup") == 2
    assert len(logged(folder)) == 62
    assert {each.wave for each in logged(folder)} == {"wave2"}
    again = logged(folder, "bridge", "survey")
    assert (len(again), {each.wave for each in again}) == (40, {"survey"})


def the_codeframe(folder):
    """It was added today, which the old wave's tables know, and the model in force has it."""
    frame = read_codeframe(folder / "codeframe.toml")
    assert THEME in frame.slugs
    assert frame.added(THEME)
    current = (folder / "models" / "innovation" / "CURRENT").read_text(encoding="utf-8").strip()
    manifest = json.loads((folder / "models" / "innovation" / current / "manifest.json").read_bytes())
    assert THEME in [each["slug"] for each in manifest["themes"]]


def the_new_wave(folder):
    """`--recode` codes anew what people have not decided; the answers decided before it have the person's themes and no others."""
    table = read_table(folder / "output" / "wave2-coded.xlsx")
    places = {name: place for place, name in enumerate(table.texts("id"))}
    held = 0
    for label in logged(folder):
        place = places[label.id]
        source = table.texts(f"freetext_source:{label.question}")[place]
        if "human" in source:
            held += 1
            assert table.texts(f"freetext_themes:{label.question}")[place] == ";".join(label.themes)
            assert "=model" not in source
    assert held == 22


def the_old_wave(freetext, folder):
    """Nothing that was decided on the new wave, or again in the bridge, has moved one of its codes."""
    was, now = folder / "was.xlsx", folder / "output" / "survey-coded.xlsx"
    assert freetext("code", "survey.csv", cwd=folder).code == 0
    old, new = read_table(was), read_table(now)
    for column in (name for name in old.names if name.startswith("freetext_source")):
        themes = column.replace("source", "themes")
        by_people = [place for place, cell in enumerate(old.texts(column)) if "human" in cell]
        assert [old.texts(themes)[place] for place in by_people] == [new.texts(themes)[place] for place in by_people]


def the_bridge(freetext, folder):
    """World and coding are the total, theme by theme; the theme that did not exist then says so."""
    done = freetext("compare", "--question", "barrier_why", "--json", cwd=folder)
    (question,) = json.loads(done.out)["questions"]
    rows = {row["theme"]: row["cells"][0] for row in question["bridges"][0]["rows"]}
    parted = [cell for cell in rows.values() if cell["kind"] == "bridge"]
    assert len(parted) >= 8
    for cell in parted:
        total, world, coding = (cell[part]["share"] for part in ("total", "world", "coding"))
        assert total == pytest.approx(world + coding)
    assert rows[THEME]["kind"] == "new"


def the_report(folder):
    """A trend chart of two waves stands with the question; the methods say which model coded which wave."""
    report = folder / "output" / "report"
    page = (report / "report.html").read_text(encoding="utf-8")
    trends = [part.partition("</figcaption>")[0] for part in page.split('<figure class="chart-of trend">')[1:]]
    (asked,) = [each for each in trends if "What is the greatest barrier to innovation, and why?" in each]
    assert "(survey)" in asked
    assert "(wave2)" in asked
    assert (report / "charts" / "barrier-why-trend.png").exists()
    said = (report / "report.md").read_text(encoding="utf-8")
    (coded,) = [line for line in said.splitlines() if line.startswith("Which model coded how many answers:")]
    assert "survey innovation@" in coded
    assert "wave2 innovation@" in coded


def test_the_journey_of_the_page(freetext, tmp_path):
    """The demo's second wave goes from the file to the report as the page says, and what was decided on the way stands where it must."""
    folder = tmp_path / "demo"
    assert freetext("demo", folder).code == 0
    shutil.copy(folder / "output" / "survey-coded.xlsx", folder / "was.xlsx")
    walk(freetext, folder)
    the_log(folder)
    the_codeframe(folder)
    the_new_wave(folder)
    the_old_wave(freetext, folder)
    the_bridge(freetext, folder)
    the_report(folder)
