"""Review sheets in: openpyxl plays the coder."""

import itertools
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import InputError, MissingFile
from freetext.files.labelling.labels import text_hash
from freetext.files.reviewing.review_returns import Returned, new_labels, read_review_sheet
from freetext.files.reviewing.review_sheets import write_review_sheet
from freetext.review.items import Item, Suggested
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.labels import Label

FRAME = Codeframe(
    "visits", (Theme("parking", 7, "Parking"), Theme("staff", 2, "Staff"), Theme("other", 9, "Other", reserved="other"))
)
ITEMS = (
    Item(("1", "why"), "no spaces for cars", FRAME, "queue", "", (("Age", "30"),), (Suggested("parking"),), model="m1"),
    Item(("2", "why"), "kind nurses", FRAME, "audit", "", (("Age", "40"),)),
    Item(("3", "why"), "nothing", FRAME, "lookup"),
    Item(("4", "what"), "long waits in the hall without chairs", FRAME, "second"),
)
HEADS = ("id", "question", "answer", "Age", "suggested", "Parking", "Staff", "Other", "no theme", "note")
PLACES = {name: place for place, name in enumerate((*HEADS, "personal data", "safeguarding", "seal"), start=1)}


@pytest.fixture
def path(tmp_path):
    """A review sheet of `ITEMS`, untouched."""
    place = tmp_path / "queue.xlsx"
    write_review_sheet(ITEMS, place, coder="ada", key="secret")
    return place


def mark(path, *cells, sheet="visits"):
    """Write (row, heading, value) into a review sheet, as a coder does."""
    book = openpyxl.load_workbook(path)
    for row, heading, value in cells:
        book[sheet].cell(row, PLACES[heading]).value = value
    book.save(path)


def change(path, how):
    """Do something to the review sheet's page."""
    book = openpyxl.load_workbook(path)
    how(book["visits"])
    book.save(path)


def back(path, items=ITEMS, frames=(FRAME,), **options):
    """What the import makes of a file."""
    answers = {item.key: item.text for item in items}
    return read_review_sheet(path, answers, {frame.name: frame for frame in frames}, **{"key": "secret", **options})


def refused(path, **options):
    """What the import says against a file."""
    with pytest.raises(InputError) as error:
        back(path, **options)
    return str(error.value)


texts = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    ["=1+1", "_x0041_", " a\r\nb ", "#N/A", "1.0"]
)
rows = st.tuples(texts, texts, texts, st.sampled_from(["audit", "queue"]), st.sampled_from(["", "parking", "none"]))
marks = st.tuples(
    st.sets(st.sampled_from(["parking", "staff"])), st.booleans(), st.sampled_from(["", "mind the =gap"]), st.booleans()
)


@settings(max_examples=25, deadline=None)
@given(st.lists(rows, min_size=1, max_size=4, unique_by=lambda row: row[:2]), st.lists(marks, min_size=4, max_size=4))
def test_what_is_ticked_comes_back_and_nothing_else(tmp_path_factory, asked, ticks):
    """Whatever the answers hold, an untouched sheet decides nothing, and one that another program saved says what was ticked."""
    path = tmp_path_factory.mktemp("review") / "queue.xlsx"
    items = []
    for name, question, text, stream, guess in asked:
        suggestion = (Suggested("staff"),) * (guess != "none") if guess and stream == "queue" else None
        items.append(Item((name, question), text, FRAME, stream, "", (("Age", text),), suggestion))
    write_review_sheet(items, path, coder="ada", key="secret")
    assert back(path, items) == Returned((), len(items))
    expected, book = [], openpyxl.load_workbook(path)
    for row, (item, (themes, none, note, danger)) in enumerate(zip(items, ticks, strict=False), start=2):
        cells = {"Parking": "parking" in themes, "Staff": "staff" in themes, "no theme": none and not themes}
        for heading, tick in {**cells, "safeguarding": danger}.items():
            book["visits"].cell(row, PLACES[heading]).value = 1 if tick else None
        book["visits"].cell(row, PLACES["note"]).value = note or None
        if themes or none:
            said = (tuple(slug for slug in FRAME.slugs if slug in themes), note, ("safeguarding",) * danger)
            expected.append((item.key, item.stream, item.suggestion is not None, text_hash("secret", item.text), *said))
    book.save(path)
    returned = back(path, items)
    assert [
        (each.key, each.source, each.suggested, each.text_hash, each.themes, each.note, each.flags)
        for each in returned.labels
    ] == expected
    assert returned.undecided == len(items) - len(expected)


def test_a_decision_bears_everything_a_log_keeps(path):
    """Coder, stream, suggestion, model, hashes, note and flags come from the workbook, the time from whoever imports."""
    mark(
        path,
        (2, "Staff", 1),
        (2, "Parking", 1),
        (2, "note", " twice "),
        (2, "safeguarding", 1),
        (2, "personal data", "x"),
    )
    mark(path, (3, "no theme", 1), (4, "Staff", 1), (5, "Other", 1))
    returned = back(path, time="2024-05-01T10:00:00Z")
    assert returned.undecided == 0
    assert returned.labels[0] == Label(
        *("1", "why", ("parking", "staff"), "ada", "2024-05-01T10:00:00Z", "queue"),
        text_hash=text_hash("secret", "no spaces for cars"),
        model="m1",
        suggested=True,
        codeframe=FRAME.digest,
        note="twice",
        flags=("personal-data", "safeguarding"),
    )
    others = [(each.themes, each.source, each.suggested, each.model) for each in returned.labels[1:]]
    assert others == [
        ((), "audit", False, ""),
        (("staff",), "lookup", False, ""),
        (("other",), "audit", False, ""),
    ]
    assert {each.coder for each in back(path, coder="Ben").labels} == {"Ben"}


@pytest.mark.parametrize("said", [1, "1", 1.0, "x", "X", "yes", " Yes ", "TRUE", True])
def test_marks(path, said):
    """1, x, yes and true are a mark, in any case."""
    mark(path, (3, "Staff", said))
    assert [each.themes for each in back(path).labels] == [("staff",)]


@pytest.mark.parametrize("said", [0, "0", "", "  ", "no", False, None])
def test_no_marks(path, said):
    """0, no, false and blank are no mark: the row is not decided."""
    mark(path, (3, "Staff", said), (3, "no theme", said))
    assert back(path) == Returned((), 4)


def test_rows_may_be_sorted_filtered_and_deleted(path):
    """Rows are known wherever they stand; one that is gone is not decided; decisions come in the order dealt."""
    mark(path, (2, "Staff", 1), (4, "Parking", 1), (5, "no theme", 1))
    before = back(path).labels

    def sort(page):
        lines = [[cell.value for cell in row] for row in page.iter_rows(min_row=2)]
        for row, line in enumerate(reversed(lines), start=2):
            for place, value in enumerate(line, start=1):
                page.cell(row, place).value = value
        page.row_dimensions[3].hidden = True
        page.delete_rows(4)
        page.insert_rows(1, 2)

    change(path, sort)
    returned = back(path)
    assert returned.labels == before
    assert returned.undecided == 1


def test_a_note_or_a_flag_on_an_undecided_row_is_not_lost(path):
    """A note and flags without a mark come back as a skip, which decides nothing."""
    mark(path, (3, "note", "who is this?"), (4, "safeguarding", 1))
    returned = back(path)
    assert (returned.labels, returned.undecided) == ((), 4)
    assert [(each.key[0], each.event, each.themes, each.note, each.flags) for each in returned.passed] == [
        ("2", "skip", (), "who is this?", ()),
        ("3", "skip", (), "", ("safeguarding",)),
    ]


def renamed(page, place, value):
    page[place].value = value


def erroneous(page):
    page["G3"].value, page["G3"].data_type = "#N/A", "e"


def moved(page):
    """Cut the column Staff and put it before Parking."""
    for row in page.iter_rows(min_col=6, max_col=7):
        row[0].value, row[1].value = row[1].value, row[0].value


def copied(page, source, target):
    for place in range(1, len(PLACES) + 1):
        page.cell(target, place).value = page.cell(source, place).value


CHANGES = {
    "id": (lambda page: renamed(page, "A3", "22"), ["visits!A3 says '22', should be '2'"]),
    "id gone": (lambda page: renamed(page, "A3", None), ["visits!A3 is blank, should be '2'"]),
    "question": (lambda page: renamed(page, "B3", "what"), ["visits!B3 says 'what', should be 'why'"]),
    "answer": (
        lambda page: renamed(page, "C3", "kind doctors"),
        ["visits!C3 says 'kind doctors', should be 'kind nurses', they differ from character 6 on"],
    ),
    "long answer": (
        lambda page: renamed(page, "C5", "long waits in the hall without any chairs"),
        [
            "visits!C5 says (a text of 41 characters), should be (a text of 37 characters), they differ from character 32 on"
        ],
    ),
    "seal": (
        lambda page: renamed(page, "M3", "A" * 24),
        ["visits!M3 says 'AAAAAAAAAAAAAAAAAAAAAAAA', should be the seal"],
    ),
    "seal gone": (
        lambda page: renamed(page, "M3", None),
        ["visits!M3 is blank, should be the seal of an exported row"],
    ),
    "seal of another row": (
        lambda page: renamed(page, "M3", page["M4"].value),
        ["visits!A3 says '2', should be '3'", "visits!C3 says 'kind nurses', should be 'nothing'"],
    ),
    "a row by hand": (lambda page: renamed(page, "G9", 1), ["visits!M9 is blank, should be the seal"]),
    "no mark": (lambda page: renamed(page, "G4", "maybe"), ["visits!G4 says 'maybe', should be 1 or blank"]),
    "a number": (lambda page: renamed(page, "K4", 2), ["visits!K4 says '2', should be 1 or blank"]),
    "repeated row": (lambda page: copied(page, 3, 6), ["visits!A6 repeats the answer of row 3, delete one of them"]),
    "no theme and a theme": (
        lambda page: (renamed(page, "I3", 1), renamed(page, "G3", 1)),
        ["visits!I3 marks 'no theme' beside Staff: it stands alone"],
    ),
    "reserved and a theme": (
        lambda page: (renamed(page, "H3", 1), renamed(page, "F3", 1)),
        ["visits!H3 marks 'Other' beside Parking: it stands alone"],
    ),
    "unknown theme": (lambda page: renamed(page, "F1", "Parkng"), ["visits!F1 says 'Parkng', should be 'Parking'"]),
    "no heading": (lambda page: renamed(page, "F1", None), ["visits!F1 is blank, should be 'Parking'"]),
    "moved column": (moved, ["visits!F1: column 'Staff' was moved, it belongs in visits!G1"]),
    "added column": (
        lambda page: (page.insert_cols(7), renamed(page, "G1", "Parkin")),
        ["visits!G1: column 'Parkin' was added, delete it"],
    ),
    "column at the end": (
        lambda page: renamed(page, "O4", "!"),
        ["visits!N1: column without", "visits!O1: column without a heading was added, delete it"],
    ),
    "missing column": (lambda page: page.delete_cols(7), ["visits!G1: column 'Staff' is missing"]),
    "renamed sheet": (
        lambda page: setattr(page, "title", "visit"),
        ["sheet 'visits' is not there, sheets are visit, definitions, how to (Did you mean 'visit'?)"],
    ),
    "empty sheet": (lambda page: page.delete_rows(1, 9), ["visits!A1: column 'id' is missing"]),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_must_not_change_is_named_by_its_cell(path, name):
    """Each change is refused with the cell, what stands there and what should; nothing is imported, the good rows neither."""
    mark(path, (2, "Staff", 1))
    how, expected = CHANGES[name]
    change(path, how)
    said = refused(path)
    assert said.startswith(f"{path}: nothing was imported, ")
    assert [each for each in expected if each not in said] == []
    assert said.count("visits") == sum(each.count("visits") for each in expected) or name == "empty sheet"


def test_a_theme_under_another_name_is_suggested(path):
    """A heading that is none, with a column missing elsewhere, names the theme that may be meant."""
    change(path, lambda page: (page.insert_cols(7), renamed(page, "G1", "Parkin"), page.delete_cols(6)))
    assert "visits!F1 says 'Parkin', should be 'Parking'" in refused(path)


def test_all_faults_are_listed_together(tmp_path):
    """The first twelve faults are told, in the order of cells, and how many more there are."""
    items = [Item((str(place), "q"), "a", FRAME, "audit") for place in range(20)]
    write_review_sheet(items, tmp_path / "queue.xlsx", coder="ada", key="secret")
    change(tmp_path / "queue.xlsx", lambda page: [renamed(page, f"E{row}", "?") for row in range(2, 17)])
    said = refused(tmp_path / "queue.xlsx", items=items)
    assert "15 things are not as they must be: visits!E2 says '?', should be 1 or blank; visits!E3 says" in said
    assert "visits!E13 says '?', should be 1 or blank; and 3 more." in said
    assert "E14" not in said


def test_error_cells_are_refused(path):
    """A cell that shows an error is no blank."""
    change(path, erroneous)
    assert "visits!G3 shows an error, clear the cell" in refused(path)


def test_answers_that_the_survey_no_longer_has(path):
    """A row whose answer is gone, or reads otherwise by now, is refused; so is a sheet of another project's key."""
    without = [item for item in ITEMS if item.key[0] != "2"]
    assert "visits!A3 says '2', which is no answer of this survey" in refused(path, items=without)
    other = [*without, replace(ITEMS[1], text="kind doctors")]
    assert "visits!C3 says 'kind nurses', should be 'kind doctors', they differ from character 6 on: the survey's" in (
        refused(path, items=other)
    )
    assert "visits!M2 is not the seal of this row: it was made for another project" in refused(path, key="another")


def test_rows_of_another_workbook_are_refused(path, tmp_path):
    """A row that was exported elsewhere does not come in here: it may be another coder's."""
    items = [replace(ITEMS[1], key=("9", "why"))]
    write_review_sheet(items, tmp_path / "other.xlsx", coder="ben", key="secret")
    seal = openpyxl.load_workbook(tmp_path / "other.xlsx")["visits"]["M2"].value
    cells = {"A": "9", "B": "why", "C": "kind nurses", "G": 1, "M": seal}
    change(path, lambda page: [renamed(page, f"{letter}6", value) for letter, value in cells.items()])
    assert f"visits!M6 says '{seal}', should be the seal of an exported row" in refused(path, items=[*ITEMS, *items])


def test_white_space_is_no_change(path):
    """Programs that write line ends and blanks their own way change no text."""
    items = [*ITEMS[:3], replace(ITEMS[3], text="two\r\nlines  and\ta tab ")]
    write_review_sheet(items, path, coder="ada", key="secret", force=True)
    change(path, lambda page: renamed(page, "C5", "two\nlines and a tab"))
    assert back(path, items).undecided == 4


def test_long_answers_come_back(path):
    """A text that was cut is sealed whole: the cut one comes back, and a change behind the cut is noticed."""
    items = [replace(ITEMS[0], text="é😀" * 20_000)]
    write_review_sheet(items, path, coder="ada", key="secret", force=True)
    mark(path, (2, "Staff", 1))
    assert back(path, items).labels[0].text_hash == text_hash("secret", items[0].text)
    assert "M2 is not the seal" in refused(path, items=[replace(items[0], text=items[0].text + "!")])


def test_ids_that_cells_cannot_tell_apart(path):
    """Answers whose ids differ only by what no cell can hold are told apart by their seals."""
    keys = [("a", "q"), ("a\x00", "q"), (" a", "q")]
    items = [replace(ITEMS[1], key=key, text=f"text{place // 2}", cells=()) for place, key in enumerate(keys)]
    write_review_sheet(items, path, coder="ada", key="secret", force=True)
    change(path, lambda page: [renamed(page, f"F{row}", 1) for row in (2, 3, 4)])
    assert [each.key for each in back(path, items).labels] == keys


def test_the_hidden_sheet_is_needed(path, tmp_path):
    """Without the hidden sheet, or with a damaged or newer one, the workbook is refused as a whole."""
    for how, said in (
        (lambda book: book.remove(book["freetext"]), r"has no hidden sheet 'freetext'"),
        (lambda book: book["freetext"].delete_rows(1), "its hidden sheet 'freetext' is damaged. Export again"),
        (lambda book: book["freetext"].delete_rows(2), "its hidden sheet 'freetext' is damaged"),
        (lambda book: renamed(book["freetext"], "B1", 2), "newer freetext .format 2; this one reads 1.. Update"),
    ):
        book = openpyxl.load_workbook(path)
        how(book)
        book.save(tmp_path / "changed.xlsx")
        with pytest.raises(InputError, match=said):
            back(tmp_path / "changed.xlsx")


def test_another_codeframe_is_refused(path):
    """A codeframe that changed since, or is not there, is named with both digests, or with those that are there."""
    now = replace(FRAME, title="Changed")
    said = refused(path, frames=[now])
    assert (
        f"sheet 'visits' was exported for codeframe 'visits' as it was ({FRAME.digest}), not as it is ({now.digest})"
        in said
    )
    assert "codeframe 'visits', which is not here, codeframes are visit (Did you mean 'visit'?)" in (
        refused(path, frames=[replace(FRAME, name="visit")])
    )


def test_several_codeframes_come_back_together(path):
    """Every sheet is read; a fault in one keeps the other out too."""
    frames = (FRAME, replace(FRAME, name="exits"))
    items = [replace(item, codeframe=frames[place % 2]) for place, item in enumerate(ITEMS)]
    write_review_sheet(items, path, coder="ada", key="secret", force=True)
    mark(path, (3, "Staff", 1))
    mark(path, (2, "Staff", "yes"), sheet="exits")
    assert [(each.id, each.codeframe) for each in back(path, items, frames).labels] == [
        ("3", FRAME.digest),
        ("2", frames[1].digest),
    ]
    mark(path, (2, "Staff", "?"), sheet="exits")
    assert "one thing is not as it must be: exits!" in refused(path, items=items, frames=frames)


def test_files_that_are_no_workbook(tmp_path):
    """A missing file, another ending and a damaged workbook are each refused in words."""
    with pytest.raises(MissingFile):
        back(tmp_path / "queue.xlsx")
    with pytest.raises(InputError, match=r"'.csv' is not known. Known: .xlsx"):
        back(tmp_path / "queue.csv")
    (tmp_path / "queue.xlsx").write_bytes(b"PK")
    with pytest.raises(InputError, match=r"no readable .xlsx"):
        back(tmp_path / "queue.xlsx")
    with zipfile.ZipFile(tmp_path / "queue.xlsx", "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook")
    with pytest.raises(InputError, match="damaged workbook"):
        back(tmp_path / "queue.xlsx")


def test_importing_twice_changes_nothing(path):
    """What the log says already is not new; what the coder decided otherwise since is, and only that."""
    mark(path, (2, "Staff", 1), (3, "no theme", 1), (4, "note", "hm"))
    returned = back(path)
    log = list(new_labels(returned, []))
    assert log == [*returned.labels, *returned.passed]
    assert new_labels(returned, log) == ()
    assert new_labels(returned, [replace(each, coder="ben") for each in log]) == tuple(log)
    mark(path, (3, "no theme", None), (3, "Staff", 1), (4, "note", "ah"))
    again = back(path)
    assert [(each.id, each.event) for each in new_labels(again, log)] == [("2", "label"), ("3", "skip")]
    assert new_labels(again, [*log, *new_labels(again, log)]) == ()


def test_what_makes_a_decision_new(path):
    """Themes, note, flags, text and codeframe count; time, seconds, source and an adjudication do not; taken back is gone."""
    mark(path, (2, "Staff", 1), (2, "Parking", 1))
    returned = back(path)
    (label,) = returned.labels
    for other in (
        replace(label, themes=("staff",)),
        replace(label, note="n"),
        replace(label, flags=("safeguarding",)),
        replace(label, text_hash="0"),
        replace(label, codeframe="0"),
        replace(label, coder="ben"),
    ):
        assert new_labels(returned, [other]) == (label,)
    same = replace(label, themes=label.themes[::-1], time="2020-01-01T00:00:00Z", seconds=3.0, source="audit")
    assert new_labels(returned, [same, replace(label, themes=(), source="adjudicated")]) == ()
    assert new_labels(returned, [same, replace(label, event="undo", themes=())]) == (label,)


def test_any_two_faults_are_both_told(path):
    """Faults of different cells never hide each other."""
    faults = {
        "A2": ("7", "visits!A2"),
        "C3": ("z", "visits!C3"),
        "G4": ("z", "visits!G4"),
        "M5": ("z", "visits!M5"),
    }
    for pair in itertools.combinations(faults, 2):
        other = path.with_name("other.xlsx")
        other.write_bytes(path.read_bytes())
        change(other, lambda page, pair=pair: [renamed(page, place, faults[place][0]) for place in pair])
        assert [place for place in faults if faults[place][1] in refused(other)] == list(pair)
