"""Tables of a folder of coded parts."""

import json
import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.tallies.frames import LAWFUL as FRAME

from freetext.errors import FreetextError, InputError, UsageError
from freetext.files.coding.coded_batches import CodedBatch, CodedPart
from freetext.files.coding.tallying import tables_of
from freetext.files.coding.wanted import Wanted
from freetext.files.parts.coded_folders import coded_folder
from freetext.files.parts.folder_tallying import folder_tables
from freetext.files.parts.part_counts import SumsPlan
from freetext.files.parts.part_splits import Split
from freetext.files.parts.part_sums import SumsMaker
from freetext.files.project.codeframes import codeframe_text
from freetext.files.tabular.tables import Table, read_table, write_table, write_text
from freetext.survey.codings import Codings
from freetext.tallies.conventions import Conventions

PLAN = SumsPlan((Split("area", "area"), Split("age", "age")), weight="w")


def codings_of(random, n):
    """Random codes of n answers."""
    blank = random.random(n) < 0.2
    chosen = (random.random((n, len(FRAME))) < 0.3) & ~blank[:, None]
    source = np.ones((n, len(FRAME)), dtype=np.uint8)
    source[random.random((n, len(FRAME))) < 0.1] = random.choice([2, 3])
    source[random.random(n) < 0.2] = 3
    source[blank] = 3
    return Codings(FRAME, chosen, source, blank, random.random(chosen.shape, dtype=np.float32), ("",) * n)


def batch_of(random, n, first=0, text="said"):
    """A random batch of a part, with two closed columns and a weight."""
    cells = {
        text: [f"text {row}" for row in range(n)],
        "area": random.choice(["north", "south", "", "north;west", "east"], n).tolist(),
        "age": random.choice(["30", "9", "100", ""], n).tolist(),
        "w": random.choice(["0.5", "1.25", "3", "0.1"], n).tolist(),
        "who": [f"p{random.integers(1, 5)}" for _ in range(n)],
    }
    table = Table("in.csv", tuple(cells), tuple(cells.values()), n)
    return CodedBatch(table, first, (CodedPart(text, "", None, "", None, codings_of(random, n)),))


def folder_of(path, parts, plan=PLAN, settings=None):
    """Write parts, each a list of batches, as `freetext code` leaves them, and all of it as one file; return both places."""
    (path / "out" / "_freetext").mkdir(parents=True)
    entries = []
    for number, batches in enumerate(parts, 1):
        key, maker = f"{number:016x}", SumsMaker(plan)
        for batch in batches:
            maker.add(batch)
        (path / "out" / "_freetext" / f"{key}.sums.npz").write_bytes(maker.bytes())
        write_table(
            stacked([batch.whole() for batch in batches]), path / "out" / f"part-{number:04d}.{key}.csv", raw=True
        )
        entries.append({"number": number, "key": key, "source": f"in{number}.csv"})
    write_table(stacked([batch.whole() for batches in parts for batch in batches]), path / "all.csv", raw=True)
    told = {"format": 1, "source": "in", "ending": ".csv", "settings": settings or {}, "models": [], "parts": entries}
    write_text(json.dumps(told), path / "out" / "manifest.json")
    write_text("{}", path / "out" / "_SUCCESS.json")
    write_text(codeframe_text(FRAME), path / "out" / "_freetext" / "codeframe-why.toml")
    return path / "out", path / "all.csv"


def stacked(tables):
    """Tables below each other."""
    columns = [[each for table in tables for each in table.texts_at(place)] for place in range(len(tables[0].names))]
    return Table("all.csv", tables[0].names, tuple(columns), sum(table.size for table in tables))


def without_below(tables):
    """Tables without the note that names the folder."""
    return [replace(table, notes=table.notes[:-1]) for table in tables]


WISHES = st.sampled_from(
    [
        Wanted(),
        Wanted(by=("area",)),
        Wanted(by=("area", "age"), weight="w"),
        Wanted(by=("age",), base="asked", weight="w"),
        Wanted(by=("area",), base="substantive"),
        Wanted(by=("area", "age"), conventions=Conventions(order="size", top=2, population=1000)),
        Wanted(by=("age",), conventions=Conventions(disclosure="nhs")),
        Wanted(by=("who",)),
        Wanted(by=("area",), where=("age = 30|9",)),
        Wanted(by=("area", "who"), where=("age < 50",), weight="w", conventions=Conventions(population=1000)),
        Wanted(by=("area",), respondent="who", weight="w"),
        Wanted(closed=("area", "age"), by=("who",)),
    ]
)


@settings(max_examples=40, deadline=None, phases=[Phase.generate])
@given(
    st.integers(0, 10_000),
    st.lists(st.lists(st.integers(1, 9), min_size=1, max_size=2), min_size=1, max_size=3),
    WISHES,
)
def test_tables_of_a_folder_are_those_of_its_rows_in_one_file(tmp_path_factory, seed, sizes, wanted):
    """Whatever is asked, of statistics or of a second pass, equals to the digit what the parts say when they are one file."""
    random, path = np.random.default_rng(seed), tmp_path_factory.mktemp("folder")
    parts = [[batch_of(random, n) for n in part] for part in (sizes[:1] if wanted.respondent else sizes)]
    out, whole = folder_of(path, parts)
    try:
        expected = tables_of(read_table(whole), replace(wanted, codeframe=FRAME))
    except FreetextError:
        with pytest.raises(FreetextError):
            folder_tables(coded_folder(out), wanted)
        return
    assert without_below(folder_tables(coded_folder(out), wanted)) == expected


def test_a_second_pass_is_told_and_statistics_are_not(tmp_path):
    """What was foreseen comes without a word; what was not names what it is, and how to foresee it."""
    out, _ = folder_of(tmp_path, [[batch_of(np.random.default_rng(1), 9)]])
    heard: list[str] = []
    folder_tables(coded_folder(out), Wanted(by=("area",), weight="w"), tell=heard.append)
    assert heard == []
    folder_tables(coded_folder(out), Wanted(by=("who",)), tell=heard.append)
    assert len(heard) == 1
    assert "--by who was not foreseen: the 1 part is read again" in heard[0]
    assert "freetext code --by COL" in heard[0]


def test_the_text_that_was_coded_is_foreseen(tmp_path):
    """--text with the one column that the parts were coded by asks for nothing else."""
    out, _ = folder_of(tmp_path, [[batch_of(np.random.default_rng(1), 9)]], settings={"text": ["why"]})
    heard: list[str] = []
    named = folder_tables(coded_folder(out), Wanted(text="why"), tell=heard.append)
    assert heard == []
    assert named == folder_tables(coded_folder(out), Wanted())


def test_foreseen_tables_need_no_part(tmp_path):
    """Tables that were foreseen are made of the statistics alone: the parts are not opened."""
    out, _ = folder_of(tmp_path, [[batch_of(np.random.default_rng(1), 9)]])
    folder = coded_folder(out)
    next(out.glob("part-*")).write_text("nothing of ours")
    assert folder_tables(folder, Wanted(by=("area",)))[0].columns[0].n


def test_a_folder_without_statistics_is_read(tmp_path):
    """Coded files in a folder that nobody made a manifest of are tallied as one file, by the codes that are found."""
    out, whole = folder_of(tmp_path, [[batch_of(np.random.default_rng(number), 9)] for number in range(3)])
    bare = tmp_path / "bare"
    bare.mkdir()
    for part in out.glob("part-*"):
        part.rename(bare / part.name)
    wanted = Wanted(by=("age",), weight="w")
    assert without_below(folder_tables(coded_folder(bare), wanted)) == tables_of(read_table(whole), wanted)


def test_the_note_below_says_what_the_tables_are_of(tmp_path):
    """A reader sees that a table is of a folder, its parts and rows; under a disclosure profile without numbers."""
    out, _ = folder_of(tmp_path, [[batch_of(np.random.default_rng(1), 9)], [batch_of(np.random.default_rng(2), 4)]])
    assert folder_tables(coded_folder(out), Wanted())[0].notes[-1] == f"Of the folder {out} (2 parts, 13 rows)."
    hidden = folder_tables(coded_folder(out), Wanted(conventions=Conventions(disclosure="nhs")))
    assert hidden[0].notes[-1] == f"Of the folder {out}."


@pytest.mark.parametrize("wanted", [Wanted(across=True), Wanted(id="who"), Wanted(score_prefix="p_")])
def test_what_wants_a_single_file_is_refused(tmp_path, wanted):
    """Options that need the rows of one file say so."""
    out, _ = folder_of(tmp_path, [[batch_of(np.random.default_rng(1), 9)]])
    with pytest.raises(UsageError, match="single coded file"):
        folder_tables(coded_folder(out), wanted)


def test_several_banners_under_a_profile_are_refused(tmp_path):
    """Tables by two banners could be subtracted from each other: one is named."""
    out, _ = folder_of(tmp_path, [[batch_of(np.random.default_rng(1), 9)]])
    with pytest.raises(UsageError, match="one banner at a time"):
        folder_tables(coded_folder(out), Wanted(by=("area", "age"), conventions=Conventions(disclosure="ons10")))


def test_missing_parts_are_named_with_the_remedy(tmp_path):
    """A folder that is not done names what is missing, and says that `freetext code` goes on."""
    out, _ = folder_of(tmp_path, [[batch_of(np.random.default_rng(1), 9)], [batch_of(np.random.default_rng(2), 4)]])
    (out / "_SUCCESS.json").unlink()
    with pytest.raises(InputError, match=r"never checked to the end.*freetext code"):
        coded_folder(out)
    next(out.glob("part-0002*")).unlink()
    with pytest.raises(InputError, match=r"1 of 2 parts are missing: in2.csv.*freetext code"):
        coded_folder(out)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"format": 1}', '{"format": 2, "parts": []}'])
def test_a_damaged_manifest_is_refused(tmp_path, content):
    """A manifest that cannot be read is one InputError."""
    out, _ = folder_of(tmp_path, [[batch_of(np.random.default_rng(1), 2)]])
    (out / "manifest.json").write_text(content)
    with pytest.raises(InputError, match=r"manifest\.json"):
        coded_folder(out)


@pytest.mark.parametrize("number", ["1e999", "-1", "1.5", '"1"'])
def test_a_part_without_a_number_is_a_damaged_manifest(tmp_path, number):
    """A part whose number is none, as beyond all numbers, is one InputError."""
    out, _ = folder_of(tmp_path, [[batch_of(np.random.default_rng(1), 2)]])
    told = out / "manifest.json"
    found = re.sub(r'("number": ?)\d+', rf"\g<1>{number}", told.read_text())
    assert found != told.read_text()
    told.write_text(found)
    with pytest.raises(InputError, match=r"manifest\.json: is damaged"):
        coded_folder(out)


def test_a_folder_of_nothing_says_what_makes_one(tmp_path):
    """An empty folder names the command that codes a folder."""
    with pytest.raises(InputError, match="freetext code FOLDER"):
        coded_folder(tmp_path)
