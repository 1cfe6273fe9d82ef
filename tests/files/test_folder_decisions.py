"""People's decisions in the tables of a folder: the law is what the same rows say in one file."""

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.tallies.frames import LAWFUL as FRAME

from freetext.errors import FreetextError, UsageError
from freetext.files.coding.coded_batches import CodedBatch, CodedPart
from freetext.files.coding.tallying import tables_of
from freetext.files.coding.wanted import Wanted
from freetext.files.labelling.labels import append_labels, text_hash
from freetext.files.parts.coded_folders import coded_folder
from freetext.files.parts.folder_tallying import folder_tables
from freetext.files.parts.part_candidates import TopMaker, TopPlan
from freetext.files.parts.part_counts import SumsPlan
from freetext.files.parts.part_sums import SumsMaker
from freetext.files.project.codeframes import codeframe_text
from freetext.files.project.settings import read_settings
from freetext.files.tabular.tables import Table, read_table, write_table, write_text
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.codings import Codings
from freetext.survey.fates import Change
from freetext.survey.labels import Label

SETTINGS = """
[survey]
id = "id"
codeframe = "codeframe.toml"
key = "k"
[[question]]
name = "why"
kind = "open"
column = "said"
[[question]]
name = "more"
kind = "open"
column = "added"
"""
QUESTIONS = {"said": "why", "added": "more"}


def edited(frame, what):
    """The codeframe after somebody has edited it."""
    first, *others = frame.themes
    changes: dict[str, dict[str, Any]] = {
        "nothing": {},
        "definition": {"themes": (replace(first, definition="Of all kinds."), *others)},
        "title": {"title": "Another title", "themes": (replace(first, name="Funds"), *others)},
        "order": {"themes": (*others, first)},
        "added": {"themes": (Theme("time", 7, "Time"), first, *others)},
        "renamed": {
            "themes": (replace(first, slug="funds"), *others),
            "changes": (Change("rename", ("money",), ("funds",), "2026-01-01T00:00:00Z"),),
        },
        "name": {"name": "another"},
        "split": {
            "themes": (Theme("cash", 11, "Cash"), Theme("debt", 12, "Money"), *others),
            "changes": (Change("split", ("money",), ("cash", "debt"), "2026-01-01T00:00:00Z"),),
        },
        "merged": {
            "themes": (replace(others[0], name="Money"), *others[1:]),
            "changes": (Change("merge", ("money",), ("staff",), "2026-01-01T00:00:00Z"),),
        },
    }
    return replace(frame, **changes[what])


def batch_of(random, ids):
    """Some rows with two coded questions, and a column of anybody's codes."""
    n = len(ids)
    blank = random.random((n, 2)) < 0.2
    texts = [
        ["" if none else f"{name} of {each}" for each, none in zip(ids, column, strict=True)]
        for name, column in zip(QUESTIONS, blank.T, strict=True)
    ]
    who = random.choice([*ids, "p1", "p2", ""], n).tolist() if random.random() < 0.5 else list(ids)
    cells = {
        "id": ids,
        "said": texts[0],
        "added": texts[1],
        "area": random.choice(["north", "south", ""], n).tolist(),
        "w": random.choice(["0.5", "1.25", "3"], n).tolist(),
        "hand": random.choice(["money", "law;staff", ""], n).tolist(),
        "who": who,
    }
    parts = tuple(
        CodedPart(column, name, None, f":{name}", None, codings_of(random, none))
        for (column, name), none in zip(QUESTIONS.items(), blank.T, strict=True)
    )
    return CodedBatch(Table("in.csv", tuple(cells), tuple(cells.values()), n), 0, parts)


def codings_of(random, blank, frame=FRAME):
    """Random codes, some of them people's."""
    chosen = (random.random((len(blank), len(frame))) < 0.3) & ~blank[:, None]
    source = np.ones(chosen.shape, dtype=np.uint8)
    source[(random.random(len(blank)) < 0.1) | blank] = 3
    return Codings(frame, chosen, source, blank, random.random(chosen.shape, dtype=np.float32), ("",) * len(blank))


LONG = SETTINGS.replace('column = "added"', 'column = "added"\ncodeframe = "other.toml"')
OTHER = Codeframe(
    "other", (Theme("money", 1, "Money"), Theme("food", 2, "Food"), Theme("law", 3, "Law"), Theme("staff", 4, "Staff"))
)
"""The second question's codeframe, in a long file."""


def long_batch_of(random, ids):
    """Some rows of a long file: two questions by turns, each with its codeframe."""
    n, blank = len(ids), random.random(len(ids)) < 0.2
    texts = ["" if none else f"text of {each}" for each, none in zip(ids, blank, strict=True)]
    asked = random.choice(list(QUESTIONS.values()), n)
    cells = {"id": ids, "asked": asked.tolist(), "said": texts, "area": random.choice(["north", "south"], n).tolist()}
    parts = []
    for frame, name in ((FRAME, "why"), (OTHER, "more")):
        at = np.flatnonzero(asked == name)
        parts.append(CodedPart("said", "", (name,) * len(at), "", at, codings_of(random, blank[at], frame)))
    return CodedBatch(Table("in.csv", tuple(cells), tuple(cells.values()), n), 0, tuple(parts))


def made(path, random, sizes, *, long=False):
    """A project, its folder of coded parts, and the same rows in one file."""
    (path / "out" / "_freetext").mkdir(parents=True)
    (path / "freetext.toml").write_text(LONG if long else SETTINGS)
    write_text(codeframe_text(FRAME), path / "codeframe.toml")
    write_text(codeframe_text(OTHER), path / "other.toml")
    project = read_settings(path)
    entries, tables, first = [], [], 0
    for number, size in enumerate(sizes, 1):
        batch = (long_batch_of if long else batch_of)(random, [f"r{first + place}" for place in range(size)])
        key, first = f"{number:016x}", first + size
        sums, top = SumsMaker(SumsPlan()), TopMaker(TopPlan("k", 500, 500, "id"), key)
        for maker, ending in ((sums, "sums.npz"), (top, "top.parquet")):
            maker.add(batch)
            (path / "out" / "_freetext" / f"{key}.{ending}").write_bytes(maker.bytes())
        tables.append(batch.whole())
        write_table(stacked(tables[-1:]), path / "out" / f"part-{number:04d}.{key}.csv", raw=True)
        entries.append({"number": number, "key": key, "source": f"in{number}.csv"})
    write_table(stacked(tables), path / "all.csv", raw=True)
    said = {"id": "id", **({"question": "asked"} if long else {})}
    told = {"format": 1, "source": "in", "ending": ".csv", "settings": said, "models": [], "parts": entries}
    write_text(json.dumps(told), path / "out" / "manifest.json")
    write_text("{}", path / "out" / "_SUCCESS.json")
    write_text(codeframe_text(FRAME), path / "out" / "_freetext" / "codeframe-why.toml")
    return project, stacked(tables)


def stacked(tables):
    """Tables below each other."""
    columns = [[each for table in tables for each in table.texts_at(place)] for place in range(len(tables[0].names))]
    return Table("all.csv", tables[0].names, tuple(columns), sum(table.size for table in tables))


def decide(project, table, random, share):
    """Let people decide some answers, at random or for a reason; some by two coders who may differ."""
    events = []
    for column, question in QUESTIONS.items():
        long = "asked" in table.names
        asked = table.texts("asked") if long else [question] * table.size
        for name, text, about in zip(table.texts("id"), table.texts("said" if long else column), asked, strict=True):
            if not text or about != question or random.random() >= share:
                continue
            source = random.choice(["audit", "audit", "queue"])
            for coder in ("ada", "bob")[: random.choice([1, 1, 2])]:
                themes = tuple(random.choice(["money", "staff", "law"], random.choice([1, 2]), replace=False).tolist())
                events.append(Label(name, question, themes, coder, source=source, text_hash=text_hash("k", text)))
    append_labels(project.path(project.questionnaire.labels), events)


def folder_said(path, wanted, project):
    """The tables of the folder, and what was told."""
    heard: list[str] = []
    return folder_tables(coded_folder(path / "out"), wanted, project, heard.append), heard


def plain(tables):
    """Tables without their notes: those of a folder say other things."""
    return [replace(table, notes=()) for table in tables]


OURS = ("freetext_themes:why", "freetext_themes:more")
WISHES = st.sampled_from(
    [
        Wanted(themes=OURS),
        Wanted(themes=OURS, by=("area",), weight="w"),
        Wanted(themes=OURS, by=("area",), base="substantive"),
        Wanted(themes=OURS[:1], text="said"),
        Wanted(themes=OURS, where=("area = north|south",)),
        Wanted(themes=("hand",)),
        Wanted(themes=("hand",), coded_by="people"),
        Wanted(themes=("hand", *OURS), by=("area",)),
        Wanted(themes=OURS, respondent="id"),
    ]
)
EDITS = ("nothing", "definition", "title", "order", "added", "renamed", "name", "split", "merged")


@settings(max_examples=25, deadline=None, phases=[Phase.generate])
@given(
    st.integers(0, 10_000),
    st.lists(st.integers(1, 12), min_size=1, max_size=3),
    st.sampled_from([0.3, 1.0]),
    st.sampled_from(EDITS),
    WISHES,
)
def test_decisions_of_a_folder_are_those_of_its_rows_in_one_file(tmp_path_factory, seed, sizes, share, edit, wanted):
    """Whatever was edited in the codeframe since and whatever is asked: people's decisions make the tables of one file with all rows."""
    random, path = np.random.default_rng(seed), tmp_path_factory.mktemp("folder")
    project, table = made(path, random, sizes)
    decide(project, table, random, share)
    write_text(codeframe_text(edited(FRAME, edit)), path / "codeframe.toml", force=True)
    try:
        expected = tables_of(read_table(path / "all.csv"), wanted, project)
    except FreetextError as error:
        with pytest.raises(type(error)):
            folder_said(path, wanted, project)
        return
    assert plain(folder_said(path, wanted, project)[0]) == plain(expected)


def rewritten(place, **cells):
    """Put other cells into a file's columns, each made of the whole table."""
    whole = read_table(place)
    columns = tuple(cells[name](whole) if name in cells else whole.texts(name) for name in whole.names)
    write_table(replace(whole, columns=columns), place, raw=True, force=True)


@settings(max_examples=15, deadline=None, phases=[Phase.generate])
@given(
    st.integers(0, 10_000),
    st.lists(st.integers(4, 15), min_size=1, max_size=3),
    st.sampled_from(EDITS),
    st.sampled_from([Wanted(), Wanted(by=("area",), text="said"), Wanted(respondent="id", base="asked")]),
)
def test_decisions_on_a_long_folder_are_those_of_its_rows_in_one_file(tmp_path_factory, seed, sizes, edit, wanted):
    """Where a column holds the answers to several questions, each with its codeframe, decisions go to the question they are about."""
    random, path = np.random.default_rng(seed), tmp_path_factory.mktemp("folder")
    project, table = made(path, random, sizes, long=True)
    decide(project, table, random, 0.7)
    write_text(codeframe_text(edited(FRAME, edit)), path / "codeframe.toml", force=True)
    one = tables_of(read_table(path / "all.csv"), replace(wanted, question="asked", text="said"), project)
    expected, found = (
        sorted(plain(tables), key=lambda each: each.question) for tables in (one, folder_said(path, wanted, project)[0])
    )
    if edit == "nothing" and wanted == Wanted():  # of the statistics, which know bands of the score
        assert [each.columns for each in found] == [each.columns for each in expected]
    else:
        assert found == expected


@pytest.fixture(name="reviewed")
def _reviewed(tmp_path):
    """A folder of two parts, all of whose answers people have decided: the folder, its project and the table of all rows."""
    random = np.random.default_rng(7)
    project, table = made(tmp_path, random, (9, 6))
    decide(project, table, random, 1.0)
    return tmp_path, project, table


@pytest.mark.parametrize("edit", [each for each in EDITS if each not in ("nothing", "split")])
def test_an_edit_of_the_codeframe_drops_no_decision(reviewed, edit):
    """One word changed in a codeframe leaves every decision and the audit where they are."""
    path, project, _ = reviewed
    before = [table.columns[0].decided for table in folder_said(path, Wanted(), project)[0]]
    assert all(before)
    write_text(codeframe_text(edited(FRAME, edit)), path / "codeframe.toml", force=True)
    tables, heard = folder_said(path, Wanted(), project)
    assert [table.columns[0].decided for table in tables] == before
    assert {cell.kind for table in tables for row in table.rows for cell in row.cells} <= {"wilson", "audited"}
    assert not any("left out" in said for said in heard)


LEFT_OUT = [
    (Wanted(themes=("hand",)), []),
    (
        Wanted(themes=OURS[:1], text="hand"),
        ["people's labels of why are left out: they are on the texts in said, not on those in hand"],
    ),
    (
        Wanted(themes=OURS[1:], codeframe=edited(FRAME, "definition")),
        ["people's labels of more are left out: they are by the codeframe of the project, and these tables by another"],
    ),
    (
        Wanted(respondent="area"),
        [f"people's labels of {name} are left out: respondents stand in several rows" for name in ("why", "more")],
    ),
]


@pytest.mark.parametrize(("wanted", "told"), LEFT_OUT)
def test_decisions_that_are_left_out_are_told(reviewed, wanted, told):
    """Where people's decisions do not belong into a table the command names the question, and says why."""
    path, project, _ = reviewed
    for part, area in zip(sorted((path / "out").glob("part-*")), ("north", "south"), strict=True):
        rewritten(
            part,
            area=lambda whole, area=area: [area] * whole.size,
            hand=lambda whole: ["law" if text else "" for text in whole.texts("said")],
        )
    assert [said for said in folder_said(path, wanted, project)[1] if "left out" in said] == told


def test_respondents_of_one_row_each_keep_their_decisions(reviewed):
    """That respondents are named is no reason to leave people's labels out: only that somebody stands in several rows is."""
    path, project, _ = reviewed
    for part in (path / "out").glob("part-*"):
        rewritten(part, who=lambda whole: ["", *whole.texts("id")[1:]])
    plainly, named = (folder_said(path, Wanted(themes=OURS, respondent=name), project) for name in ("", "who"))
    assert plain(named[0]) == plain(plainly[0])
    assert not any("left out" in said for said in named[1])
    assert all(table.columns[0].decided for table in named[0])


def test_codes_of_somebody_else_are_not_corrected(reviewed):
    """Where a project has one open question, any column of codes is about it: people's decisions on ours are not on these, and the
    verbatims tell its blank answers as they do in one file.
    """
    path, *_ = reviewed
    (path / "freetext.toml").write_text(SETTINGS.partition('[[question]]\nname = "more"')[0])
    project = read_settings(path)
    for place in (path / "all.csv", *(path / "out").glob("part-*")):
        rewritten(place, hand=lambda whole: ["law;money" if text else "" for text in whole.texts("said")])
    for wanted in (
        Wanted(themes=("hand",)),
        Wanted(themes=("hand",), coded_by="people"),
        Wanted(themes=("hand",), text="said"),
    ):
        tables, heard = folder_said(path, wanted, project)
        expected = tables_of(read_table(path / "all.csv"), wanted, project)
        assert plain(tables) == plain(expected)
        assert tables[0].notes[:-1] == expected[0].notes
        assert (
            "people's labels of why are left out: they are on the codes in freetext_themes:why, not on those in hand"
            in heard
        )


def test_two_columns_about_one_question_are_not_added_up(reviewed):
    """Codes of the same answers in two columns would count everybody twice: the command takes one of them."""
    path, *_ = reviewed
    (path / "freetext.toml").write_text(SETTINGS.partition('[[question]]\nname = "more"')[0])
    with pytest.raises(UsageError, match="hand and freetext_themes:why hold codes of the same answers"):
        folder_said(path, Wanted(themes=("hand", OURS[0])), read_settings(path))
