"""Review sheets out: a workbook for coders who would rather not use a terminal.

Every row bears a seal: a hash under the project's key over the row's id, question and text, and with it, masked, why the answer is
asked. So what was changed is found when the sheet comes back, and nobody can tell the random audit from the queue by looking.
The sheet's columns follow from the codeframe and the closed questions; a hidden sheet says which these were.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from freetext.errors import OutputError, UsageError
from freetext.files.disk.atomic import replacing
from freetext.files.disk.places import check_output
from freetext.files.labelling.labels import text_hash
from freetext.files.reviewing.review_seals import Asked, seal_of
from freetext.files.tabular.sheets import CHARACTERS, COLUMNS, ROWS, Pen, _book, _sheet_name
from freetext.files.tabular.xml_trees import ILLEGAL
from freetext.guard.handed_on import handed_on
from freetext.review.items import Item
from freetext.survey.codeframe import Codeframe, Theme, fold

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

FORMAT = 1
"""The newest format of review sheets that is read, and the one that is written."""

HIDDEN, DEFINITIONS, HOW_TO = "freetext", "definitions", "how to"
TAKEN = {HIDDEN, DEFINITIONS, HOW_TO, "history"}
"""Names of sheets that no codeframe's sheet may bear; `history` Excel keeps for itself."""

MOST = ROWS - COLUMNS
"""Answers of a workbook: the hidden sheet has a row for each of them, and for each closed question."""

SHORTENED = " […cut here: the whole text is in the survey's file]"

Role = Literal[
    "id", "question", "answer", "closed", "suggested", "theme", "none", "note", "personal-data", "safeguarding", "seal"
]
HEADINGS: dict[Role, str] = {
    "id": "id",
    "question": "question",
    "answer": "answer",
    "suggested": "suggested",
    "none": "no theme",
    "note": "note",
    "personal-data": "personal data",
    "safeguarding": "safeguarding",
    "seal": "seal",
}
TICKS: tuple[Role, ...] = ("theme", "none", "personal-data", "safeguarding")
"""Columns of ticks."""

WIDTHS: dict[Role, float] = {"id": 12, "question": 16, "answer": 60, "closed": 16, "suggested": 24, "note": 30}
NARROW = 5.0

LOOKS: dict[str, dict[str, object]] = {
    "head": {"bold": True, "text_wrap": True, "valign": "bottom", "bottom": 1},
    "upright": {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "rotation": 90},
    "text": {"num_format": "@", "text_wrap": True, "valign": "top"},
    "tick": {"locked": False, "align": "center", "valign": "top", "border": 1, "border_color": "#D9D9D9"},
    "note": {"locked": False, "num_format": "@", "text_wrap": True, "valign": "top"},
    "seal": {"align": "fill", "valign": "top", "font_color": "#BFBFBF"},
    "open": {"bg_color": "#FFF6D6"},
}
ALLOWED = dict.fromkeys(("format_columns", "format_rows", "sort", "autofilter"), True)
"""What a coder may do to a locked sheet."""

STEPS = (
    "1. Read each answer and put 1 under every theme that applies. Point at a theme's heading to see its definition; all of them"
    f" stand on the sheet '{DEFINITIONS}'.\n"
    "2. If no theme applies, put 1 under 'no theme'. A coloured row is not decided yet: without a mark it counts as not read.\n"
    "3. What stands under 'suggested' is the model's guess, and it is wrong at times. Where nothing stands, decide all the same.\n"
    "4. Put 1 under 'personal data' where an answer says who somebody is, under 'safeguarding' where somebody may be in danger."
    " Write what else should be known under 'note'.\n"
    "5. Leave ids, questions, answers, headings and columns as they are. Rows may be filtered, and, once"
    " the sheet is unprotected (there is no password), sorted or deleted. Save the file as .xlsx and give it back."
).splitlines()


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column of a review sheet; `slug` names the theme of a theme's column."""

    role: Role
    heading: str
    slug: str = ""


def columns_of(codeframe: Codeframe, closed: Sequence[str]) -> tuple[SheetColumn, ...]:
    """Return a review sheet's columns, in order; `closed` are the headings of the respondents' closed answers."""
    fixed = {role: SheetColumn(role, heading) for role, heading in HEADINGS.items()}
    return (
        *(fixed[role] for role in ("id", "question", "answer")),
        *(SheetColumn("closed", cell_text(title)) for title in closed),
        fixed["suggested"],
        *(SheetColumn("theme", cell_text(name), slug) for name, slug in _theme_headings(codeframe)),
        *(fixed[role] for role in ("none", "note", "personal-data", "safeguarding", "seal")),
    )


def _theme_headings(codeframe: Codeframe) -> Iterator[tuple[str, str]]:
    """Name every theme's column; a name that stands twice gets its slug behind it."""
    count = Counter([*map(fold, HEADINGS.values()), *(fold(theme.name) for theme in codeframe.themes)])
    for theme in codeframe.themes:
        yield (theme.name if count[fold(theme.name)] == 1 else f"{theme.name} [{theme.slug}]"), theme.slug


def cell_text(text: str) -> str:
    """Return a text as a cell holds it: line ends alike, without what XML cannot hold, cut with a note where it is too long."""
    plain = ILLEGAL.sub("", re.sub(r"\r\n?", "\n", text))
    wide = plain.encode("utf-16-le")
    if len(wide) <= 2 * CHARACTERS:
        return plain
    return wide[: 2 * (CHARACTERS - len(SHORTENED))].decode("utf-16-le", errors="ignore") + SHORTENED


def write_review_sheet(
    items: Sequence[Item],
    path: str | Path,
    *,
    coder: str,
    key: str,
    title: str = "",
    words: bool = True,
    force: bool = False,
) -> None:
    """Write answers to decide on as a workbook: a review sheet for each codeframe, definitions, and how to.

    The rows stand in the order of `items`; `key` is the project's. With `words`, those that speak for a suggestion stand behind it.
    A queue item whose model suggests nothing shows "no theme". Raises UsageError for no answers, for one that stands twice and for
    adjudication, whose choices a sheet does not show; OutputError for more answers than a workbook holds.
    """
    check_output(path, force=force, endings=(".xlsx",))
    _check(items, path)
    frames = {item.codeframe.name: item.codeframe for item in items}
    models = sorted({item.model for item in items})  # sorted, so that their order says nothing of the first rows
    taken = set(TAKEN)
    about: list[tuple[str, ...]] = [("coder", coder), *(("model", model) for model in models)]
    with replacing(path, force=force) as out, _book(out) as pen:
        looks = {name: pen.book.add_format(look) for name, look in LOOKS.items()}
        for name, frame in frames.items():
            part = _Part(_sheet_name(name, taken), frame, tuple(item for item in items if item.codeframe.name == name))
            rows = list(part.rows(key, models, words=words))
            _write_part(pen, part, rows, looks, path)
            about.append(("codeframe", part.sheet, name, frame.digest))
            about += (("closed", part.sheet, heading) for heading, _ in part.closed())
            about += (("row", row[-1], row[0], row[1]) for row in rows)
        _write_definitions(pen, list(frames.values()), looks)
        _write_how_to(pen, items, title, looks)
        _write_hidden(pen, about)


def _check(items: Sequence[Item], path: str | Path) -> None:
    if not items:
        raise UsageError("there are no answers to export.")
    if len(items) > MOST:
        raise OutputError(path, f"a review sheet holds {MOST:,} answers, these are {len(items):,}; export fewer.")
    if any(item.stream == "adjudicate" for item in items):
        raise UsageError("a review sheet does not show what coders chose: adjudicate on the screen.")
    (answer, times), *_ = Counter(item.key for item in items).most_common(1)
    if times > 1:
        raise UsageError(f"answer {answer[0]!r} of question {answer[1]!r} stands {times} times in one export.")


@dataclass(frozen=True)
class _Part:
    """The answers of one codeframe, and the sheet that they go to."""

    sheet: str
    codeframe: Codeframe
    items: tuple[Item, ...]

    def closed(self) -> tuple[tuple[str, int], ...]:
        """The closed questions of all answers, in order; those of one title are counted."""
        return tuple(dict.fromkeys(question for item in self.items for question, _ in _numbered(item.cells)))

    @property
    def columns(self) -> tuple[SheetColumn, ...]:
        return columns_of(self.codeframe, [heading for heading, _ in self.closed()])

    def rows(self, key: str, models: Sequence[str], *, words: bool) -> Iterator[tuple[str, ...]]:
        """Each answer's row: id, question, answer, closed answers, suggestion, seal; ticks and notes are left out.

        Personal data in answers is covered, unless the codeframe says that it is to be read: the workbook goes to somebody else.
        """
        closed = self.closed()
        for item in self.items:
            said = dict(_numbered(item.cells))
            row = (self.codeframe.name, *item.key, text_hash(key, item.text))
            asked = Asked(item.stream, not item.blind, models.index(item.model))
            texts = (
                *item.key,
                handed_on(item.text) if self.codeframe.redact else item.text,
                *(said.get(question, "") for question in closed),
                _suggested(item, words=words),
            )
            yield (*map(cell_text, texts), seal_of(key, row, asked))


def _numbered(cells: Iterable[tuple[str, str]]) -> Iterator[tuple[tuple[str, int], str]]:
    """Closed questions with how often their title has stood, and the answers."""
    seen: Counter[str] = Counter()
    for title, answer in cells:
        seen[title] += 1
        yield (title, seen[title]), answer


def _suggested(item: Item, *, words: bool) -> str:
    if item.suggestion is None:
        return ""
    told = []
    for each in item.suggestion:
        behind = f" ({', '.join(each.words)})" if words and each.words else ""
        told.append(f"{item.codeframe.find(each.slug).name}{behind}")
    return "; ".join(told) or HEADINGS["none"]


def _write_part(
    pen: Pen, part: _Part, rows: Sequence[tuple[str, ...]], looks: dict[str, Any], path: str | Path
) -> None:
    columns = part.columns
    if len(columns) > COLUMNS:
        raise OutputError(path, f"a sheet holds {COLUMNS:,} columns, the review of {part.sheet} has {len(columns):,}.")
    page = pen.book.add_worksheet(part.sheet)
    _write_headings(pen, page, part, columns, looks)
    locked = [place for place, column in enumerate(columns) if column.role not in {*TICKS, "note"}]
    ticks = [place for place, column in enumerate(columns) if column.role in TICKS]
    note = next(place for place, column in enumerate(columns) if column.role == "note")
    for number, texts in enumerate(rows, start=1):
        for place, text in zip(locked, texts, strict=True):
            pen.put(page, number, place, text or None, looks["seal" if place == len(columns) - 1 else "text"])
        for place in ticks:
            page.write_blank(number, place, None, looks["tick"])
        page.write_blank(number, note, None, looks["note"])
    page.protect("", ALLOWED)
    page.freeze_panes(1, 3)
    page.autofilter(0, 0, len(rows), len(columns) - 1)
    _add_rules(page, columns, len(rows), looks)


def _write_headings(
    pen: Pen, page: Worksheet, part: _Part, columns: Sequence[SheetColumn], looks: dict[str, Any]
) -> None:
    longest = max(len(column.heading) for column in columns if column.role in TICKS)
    page.set_row(0, min(max(7 * longest + 24, 90), 240))
    for place, column in enumerate(columns):
        page.set_column(place, place, WIDTHS.get(column.role, NARROW))
        pen.put(page, 0, place, column.heading, looks["upright" if column.role in TICKS else "head"])
        if column.role == "theme" and (defined := _defined(part.codeframe.find(column.slug))):
            page.write_comment(0, place, defined, {"x_scale": 2.5, "y_scale": 2})


def _defined(theme: Theme) -> str:
    """What shows when a coder points at a theme's heading."""
    parts = (theme.definition, _listed("Includes", theme.include), _listed("Excludes", theme.exclude))
    return cell_text("\n".join(part for part in parts if part))


def _listed(head: str, texts: Sequence[str]) -> str:
    return f"{head}: {'; '.join(texts)}" if texts else ""


def _add_rules(page: Worksheet, columns: Sequence[SheetColumn], rows: int, looks: dict[str, Any]) -> None:
    """Give ticks their drop-down, and rows that are not decided their colour."""
    from xlsxwriter.utility import xl_col_to_name

    rule = {
        "validate": "list",
        "source": ["1"],
        "error_title": "Not a mark",
        "error_message": "Put 1, or leave the cell blank.",
    }
    places = [place for place, column in enumerate(columns) if column.role in TICKS]
    deciding = [place for place in places if columns[place].role in {"theme", "none"}]
    for first, last in ((deciding[0], deciding[-1]), (places[-2], places[-1])):
        page.data_validation(1, first, rows, last, rule)
    marks = f"${xl_col_to_name(deciding[0])}2:${xl_col_to_name(deciding[-1])}2"
    formula = f'=SUMPRODUCT(({marks}<>"")*({marks}<>0))=0'
    page.conditional_format(
        1, 0, rows, len(columns) - 2, {"type": "formula", "criteria": formula, "format": looks["open"]}
    )


def _write_definitions(pen: Pen, frames: Sequence[Codeframe], looks: dict[str, Any]) -> None:
    page = pen.book.add_worksheet(DEFINITIONS)
    page.protect("", ALLOWED)
    page.freeze_panes(1, 0)
    several = len(frames) > 1
    head = ("number", "slug", "name", "definition", "includes", "excludes", "examples", *("codeframe",) * several)
    for place, (name, width) in enumerate(zip(head, (8, 18, 24, 60, 40, 40, 40, 16), strict=False)):
        page.set_column(place, place, width)
        pen.put(page, 0, place, name, looks["head"])
    lines = ((frame, theme) for frame in frames for theme in frame.themes)
    for number, (frame, theme) in enumerate(lines, start=1):
        page.write_number(number, 0, theme.number, looks["text"])
        lists = ("\n".join(texts) for texts in (theme.include, theme.exclude, theme.examples))
        texts = (theme.slug, theme.name, theme.definition, *lists, *(frame.name,) * several)
        for place, text in enumerate(texts, start=1):
            pen.put(page, number, place, cell_text(text), looks["text"])


def _write_how_to(pen: Pen, items: Sequence[Item], title: str, looks: dict[str, Any]) -> None:
    """Write the five lines, and how the questions were put."""
    page = pen.book.add_worksheet(HOW_TO)
    page.protect("", ALLOWED)
    page.set_column(0, 0, 100)
    asked = dict.fromkeys(f"{item.key[1]}: {item.title}" for item in items if item.title)
    lines = [("head", title)] * bool(title) + [("text", step) for step in STEPS]
    lines += [("head", "The questions:")] * bool(asked) + [("text", question) for question in asked]
    for number, (look, line) in enumerate(lines):
        pen.put(page, number, 0, cell_text(line), looks[look])


def _write_hidden(pen: Pen, about: Iterable[tuple[str, ...]]) -> None:
    """Write what the import must know: nothing in it tells one stream from another."""
    page = pen.book.add_worksheet(HIDDEN)
    page.hide()
    page.protect("", {})
    pen.put(page, 0, 0, "format")
    page.write_number(0, 1, FORMAT)
    for number, texts in enumerate(about, start=1):
        for place, text in enumerate(texts):
            pen.put(page, number, place, cell_text(text))
