"""Review sheets out; openpyxl is the oracle."""

from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import OutputError, UsageError
from freetext.files.reviewing.review_seals import STREAMS, Asked, opened, seal_of
from freetext.files.reviewing.review_sheets import MOST, SHORTENED, cell_text, write_review_sheet
from freetext.files.tabular.sheets import CHARACTERS
from freetext.review.items import Item, Suggested
from freetext.survey.codeframe import Codeframe, Theme

PARKING = Theme(
    "parking",
    7,
    "Parking",
    "Where to leave a car",
    include=("cost", "space"),
    exclude=("buses",),
    examples=("no spaces",),
)
FRAME = Codeframe("visits", (PARKING, Theme("staff", 2, "Staff"), Theme("other", 9, "Other", reserved="other")))
AGE = ("How old are you?", "30-40")
ITEMS = (
    Item(
        ("1", "why"),
        "=1+1",
        FRAME,
        "queue",
        "Why?",
        (AGE,),
        (Suggested("parking", ("car", "park")), Suggested("staff")),
    ),
    Item(("2", "why"), "kind nurses", FRAME, "audit", "Why?", (("Ward", "B"),)),
    Item(("3", "what"), "nothing", FRAME, "queue", "What?", (AGE,), ()),
    Item(("4", "why"), "4", FRAME, "second", "Why?"),
)


def written(tmp_path, items=ITEMS, name="queue.xlsx", **options):
    """The workbook of these items, as openpyxl reads it."""
    path = tmp_path / name
    write_review_sheet(items, path, **{"coder": "ada", "key": "secret", **options})
    return openpyxl.load_workbook(path)


def column(page, heading):
    """The cells below a heading."""
    place = [cell.value for cell in page[1]].index(heading)
    return [row[place] for row in page.iter_rows(min_row=2)]


def values(page):
    """All cells of a sheet, blank ones as empty text."""
    return [["" if value is None else value for value in row] for row in page.iter_rows(values_only=True)]


def test_a_sheet_a_codeframe_then_definitions_how_to_and_a_hidden_one(tmp_path):
    """The review sheet bears the codeframe's name and stands first; the hidden sheet is the only one that nobody sees."""
    book = written(tmp_path)
    assert [(page.title, page.sheet_state) for page in book] == [
        ("visits", "visible"),
        ("definitions", "visible"),
        ("how to", "visible"),
        ("freetext", "hidden"),
    ]
    assert book.active.title == "visits"


def test_columns_in_order(tmp_path):
    """Id, question and answer come first, then closed answers, suggestion, themes by name, no theme, note, flags and seal."""
    page = written(tmp_path)["visits"]
    assert [cell.value for cell in page[1]] == [
        *("id", "question", "answer", "How old are you?", "Ward", "suggested"),
        *("Parking", "Staff", "Other", "no theme", "note", "personal data", "safeguarding", "seal"),
    ]
    assert values(page)[2][:-1] == ["2", "why", "kind nurses", "", "B", "", *[""] * 7]
    assert (page.freeze_panes, page.auto_filter.ref) == ("D2", "A1:N5")
    assert [round(page.column_dimensions[letter].width) for letter in "CGL"] == [61, 6, 6]


def test_closed_questions_of_one_title_keep_their_answers(tmp_path):
    """Two closed questions with the same title are two columns."""
    page = written(tmp_path, [replace(ITEMS[0], cells=(("Which?", "a"), ("Which?", "b")))])["visits"]
    assert [(cell.value, page.cell(2, cell.column).value) for cell in page[1][3:5]] == [
        ("Which?", "a"),
        ("Which?", "b"),
    ]


def test_themes_of_one_name_are_told_apart(tmp_path):
    """A theme's name that stands twice, or is a heading of ours, gets its slug behind it."""
    frame = Codeframe("f", (Theme("a", 1, "Care"), Theme("b", 2, "care"), Theme("c", 3, "Note"), Theme("d", 4, "Cost")))
    page = written(tmp_path, [Item(("1", "q"), "x", frame, "audit")])["f"]
    assert [cell.value for cell in page[1][4:8]] == ["Care [a]", "care [b]", "Note [c]", "Cost"]


def test_only_ticks_and_notes_can_be_written(tmp_path):
    """The sheets are protected without a password; themes, no theme, note and flags are unlocked, everything else is locked."""
    book = written(tmp_path)
    assert all(page.protection.sheet and not page.protection.password for page in book)
    page = book["visits"]
    free = {"Parking", "Staff", "Other", "no theme", "note", "personal data", "safeguarding"}
    for head in page[1]:
        assert head.protection.locked
        assert {page.cell(row, head.column).protection.locked for row in range(2, 6)} == {head.value not in free}
    assert not page.protection.autoFilter
    assert not page.protection.sort


def test_ticks_have_a_drop_down_and_are_centred(tmp_path):
    """Every cell of a column of ticks offers 1 and takes a blank; no other cell has a rule."""
    page = written(tmp_path)["visits"]
    rules = page.data_validations.dataValidation
    assert [(str(rule.sqref), rule.type, rule.formula1, rule.allow_blank) for rule in rules] == [
        ("G2:J5", "list", '"1"', True),
        ("L2:M5", "list", '"1"', True),
    ]
    assert {page[place].alignment.horizontal for place in ("G2", "J5", "L2", "M5")} == {"center"}


def test_rows_that_are_not_decided_are_coloured(tmp_path):
    """The colour follows the marks of themes and no theme, and covers the row without its seal."""
    (rules,) = written(tmp_path)["visits"].conditional_formatting
    assert str(rules.sqref) == "A2:M5"
    assert rules.rules[0].formula == ['SUMPRODUCT(($G2:$J2<>"")*($G2:$J2<>0))=0']


def test_suggestions_show_names_and_words(tmp_path):
    """A suggestion shows theme names, with the words behind them if asked; none of a queue item says so, blind ones are blank."""
    shown = [cell.value for cell in column(written(tmp_path)["visits"], "suggested")]
    assert shown == ["Parking (car, park); Staff", None, "no theme", None]
    bare = column(written(tmp_path, words=False, force=True)["visits"], "suggested")
    assert bare[0].value == "Parking; Staff"
    assert len({cell.style_id for cell in bare}) == 1


def test_nothing_but_the_seal_tells_streams_apart(tmp_path):
    """The same answers exported for other streams give the same workbook, cell by cell, but for the seals."""
    blind = [replace(item, suggestion=None) for item in ITEMS]
    books = [
        written(tmp_path, [replace(item, stream=stream) for item in blind], f"{stream}.xlsx")
        for stream in STREAMS
        if stream != "adjudicate"
    ]
    seals = [[cell.value for cell in column(book["visits"], "seal")] for book in books]
    assert len({seal for each in seals for seal in each}) == (len(STREAMS) - 1) * len(ITEMS)
    assert {len(seal) for each in seals for seal in each} == {24}
    for book, own in zip(books, seals, strict=True):
        for page, first in zip(book, books[0], strict=True):
            swap = dict(zip(own, seals[0], strict=True))
            assert [[swap.get(value, value) for value in row] for row in values(page)] == values(first)


def test_models_are_listed_in_no_order_of_rows(tmp_path):
    """Whether the first row is blind does not show in the hidden sheet's list of models."""
    first = [replace(ITEMS[0], model="m"), *ITEMS[1:]]
    lines = [
        [row for row in values(written(tmp_path, items, force=True)["freetext"]) if row[0] == "model"]
        for items in (first, first[::-1])
    ]
    assert lines[0] == lines[1]


@settings(max_examples=60)
@given(
    st.lists(st.text(max_size=8), min_size=4, max_size=4),
    st.builds(Asked, st.sampled_from(STREAMS), st.booleans(), st.integers(0, 65_535)),
    st.integers(0, 3),
)
def test_a_seal_opens_for_its_own_row_alone(row, asked, changed):
    """A seal gives back what it keeps to the same row and key; to another row, another key or a changed seal it gives nothing."""
    seal = seal_of("k", row, asked)
    assert opened("k", row, seal) == asked
    assert opened("l", row, seal) is None
    other = [text + "x" * (place == changed) for place, text in enumerate(row)]
    assert opened("k", other, seal) is None
    for broken in (seal[:-1], seal[1:] + seal[0] * (seal[0] != seal[1]), "", "é", seal + seal):
        assert opened("k", row, broken) is None or broken == seal


def test_seals_of_one_stream_have_nothing_in_common():
    """The end of a seal, where the stream is kept, differs from row to row of the same stream."""
    ends = {seal_of("k", (str(number),), Asked("audit", shown=False, model=0))[-5:] for number in range(300)}
    assert len(ends) > 290


def test_definitions_stand_on_their_own_sheet_and_at_the_heading(tmp_path):
    """Number, slug, name, definition, includes, excludes and examples of every theme; the heading's note defines it too."""
    book = written(tmp_path)
    assert values(book["definitions"]) == [
        ["number", "slug", "name", "definition", "includes", "excludes", "examples"],
        [7, "parking", "Parking", "Where to leave a car", "cost\nspace", "buses", "no spaces"],
        [2, "staff", "Staff", "", "", "", ""],
        [9, "other", "Other", "", "", "", ""],
    ]
    notes = {cell.value: cell.comment.text for cell in book["visits"][1] if cell.comment}
    assert notes == {"Parking": "Where to leave a car\nIncludes: cost; space\nExcludes: buses"}


def test_how_to_is_five_lines_and_the_questions(tmp_path):
    """The title, five numbered lines, and each question as it was put."""
    lines = [row[0] for row in values(written(tmp_path, title="Visits 2024")["how to"])]
    assert lines[0] == "Visits 2024"
    assert [line[:2] for line in lines[1:6]] == ["1.", "2.", "3.", "4.", "5."]
    assert lines[6:] == ["The questions:", "why: Why?", "what: What?"]


def test_answers_stay_text(tmp_path):
    """Formulas and numbers in answers are text, control characters go, line ends are alike, long texts are cut with a note."""
    texts = ["=1+1", "007", "a\x00\x1b[31mb", "one\r\ntwo\rthree", "é" * (CHARACTERS + 1), "😀" * 20_000]
    items = [Item((f"={place}", ""), text, FRAME, "audit") for place, text in enumerate(texts)]
    page = written(tmp_path, items)["visits"]
    cells = column(page, "answer")
    assert {cell.data_type for cell in (*cells, *column(page, "id"))} == {"s"}
    assert [cell.value for cell in cells[:4]] == ["=1+1", "007", "a[31mb", "one\ntwo\nthree"]
    assert cells[4].value == "é" * (CHARACTERS - len(SHORTENED)) + SHORTENED
    assert cells[5].value.endswith(f"😀{SHORTENED}")
    assert max(len(cell.value.encode("utf-16-le")) for cell in cells) <= 2 * CHARACTERS


@given(st.text())
@settings(max_examples=50)
def test_cell_texts_are_settled(text):
    """What a cell holds is what it would hold if it were written again."""
    assert cell_text(cell_text(text)) == cell_text(text)


def test_a_sheet_for_each_codeframe(tmp_path):
    """Answers go to their codeframe's sheet, whose name no other sheet has; definitions say whose they are."""
    frames = [Codeframe(name, FRAME.themes) for name in ("visits", "definitions", "history", "x" * 40)]
    items = [Item((str(place), "q"), "a", frames[place % 4], "audit") for place in range(8)]
    book = written(tmp_path, items)
    assert book.sheetnames[:4] == ["visits", "definitions 2", "history 2", "x" * 31]
    assert [[cell.value for cell in column(book[name], "id")] for name in book.sheetnames[:4]] == [
        [str(place), str(place + 4)] for place in range(4)
    ]
    assert [row[-1] for row in values(book["definitions"])][:5] == ["codeframe", *["visits"] * 3, "definitions"]


def test_the_same_answers_give_the_same_bytes(tmp_path):
    """A workbook depends on the answers, the coder and the key alone."""
    for name in ("a.xlsx", "b.xlsx"):
        written(tmp_path, name=name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


@pytest.mark.parametrize(
    ("items", "error", "said"),
    [
        ((), UsageError, "no answers to export"),
        ((replace(ITEMS[0], stream="adjudicate"),), UsageError, "adjudicate on the screen"),
        ((ITEMS[0], ITEMS[1], ITEMS[0]), UsageError, "answer '1' of question 'why' stands 2 times"),
        ((ITEMS[0],) * (MOST + 1), OutputError, "holds 1,032,192 answers, these are 1,032,193"),
        ((replace(ITEMS[0], cells=tuple((str(n), "") for n in range(16_380))),), OutputError, "16,384 columns"),
    ],
)
def test_what_no_sheet_can_ask_is_refused(tmp_path, items, error, said):
    """What cannot be exported is refused in words, and no file is left behind."""
    with pytest.raises(error, match=said):
        written(tmp_path, items)
    assert not list(tmp_path.iterdir())


def test_a_file_that_stands_is_kept(tmp_path):
    """An old file is not written over without `force`, for a coder's marks may be in it; another ending is refused."""
    written(tmp_path)
    with pytest.raises(OutputError, match="--force"):
        written(tmp_path)
    written(tmp_path, force=True)
    with pytest.raises(OutputError, match=r"\.xlsx"):
        written(tmp_path, name="queue.csv")
