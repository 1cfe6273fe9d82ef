"""Qualtrics: names; what was asked; `{"ImportId":"QID1"}`. Workbooks and the older exporter lack the last row.

The shapes are those of qualtrics.com/support, "Understanding Your Dataset".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from freetext.files.tabular.headings import Heading, Role, common_stem, key, places_of, readable, unique
from freetext.files.tabular.rows import About

PLATFORM = "qualtrics"

COLUMNS: dict[str, Role] = {
    "responseid": "id",
    **dict.fromkeys(("ipaddress", "recipientlastname", "recipientfirstname", "recipientemail"), "person"),
    **dict.fromkeys(("externalreference", "externaldatareference", "emailaddress", "email", "name"), "person"),
    **dict.fromkeys(("locationlatitude", "locationlongitude", "locationaccuracy"), "person"),
    **dict.fromkeys(("startdate", "enddate", "status", "progress", "durationinseconds", "finished"), "made"),
    **dict.fromkeys(("recordeddate", "distributionchannel", "userlanguage", "responseset"), "made"),
    **dict.fromkeys(("qrecaptchascore", "qduplicatescore", "qfraudscore", "qballotboxstuffing"), "made"),
    **dict.fromkeys(("qrelevantidduplicate", "qrelevantidduplicatescore", "qrelevantidfraudscore"), "made"),
    **dict.fromkeys(("qrelevantidlaststartdate", "qlanguage", "quseragent", "qurl", "qambiguoustextpresent"), "made"),
}
WEAK = {"emailaddress", "email", "name", "status", "finished", "progress"}
"""Names that files of other houses have too."""

SHARED = WEAK | {"ipaddress"}
"""Names that exports of other platforms have too: they alone bear no platform out."""

LABELS = {"responsetype": "status", "externaldatareference": "externalreference"}
"""What the second row calls some of these columns, and what the first does."""

PREVIEW = frozenset({"surveypreview", "surveytest", "offlinesurveypreview", "surveypreviewspam"})
"""Status of what was answered in the editor's preview or made up by its test."""

SPAM = frozenset({"spam", "importedspam", "exspam"})
PREVIEW_NUMBERS, SPAM_NUMBERS = frozenset({"1", "2", "9", "17"}), frozenset({"8", "12", "40"})
"""The same in numbers, which mean this in a file that is surely an export: others have a Status of their own."""

STATUSES = frozenset(
    {"ipaddress", "imported", "offlineresponse", "exresponse", "exoffline", "0", "4", "16", "32", "48"}
)
STATUSES |= PREVIEW | SPAM | PREVIEW_NUMBERS | SPAM_NUMBERS
CHANNEL = frozenset({"preview", "test"})
NUMBERED = re.compile(r"V\d+", re.IGNORECASE)
"""What the older exporter calls its first columns."""

CHOICE = " - Selected Choice"
ORDER = re.compile(r"_DO(?:_\w+)?$")
TIMING = re.compile(r"_(?:First Click|Last Click|Page Submit|Click Count)$", re.IGNORECASE)


def heading(names: Sequence[str], rows: Sequence[Sequence[str]], *, sure: bool) -> Heading | None:
    """Read the header and the first rows; None where they are no export of Qualtrics. `sure`: somebody says they are."""
    imports = next((at for at, row in enumerate(rows[:2]) if _is_imports(row)), None)
    older = _older(names, rows[0]) if rows else ()
    first = older or names
    known = places_of(first, COLUMNS)
    strong = [place for place in known if key(first[place]) not in WEAK]
    borne_out = any(key(first[place]) not in SHARED for place in strong) if sure else len(strong) >= 4
    if imports is None and not borne_out:
        return None
    texts = rows[0] if imports == 1 or older or (imports is None and _is_texts(first, rows[:1], known)) else ()
    final, renamed = unique([readable(name) for name in first])
    below = rows[imports] if imports is not None else ()
    about = _about(final, [readable(text) for text in texts], below, set(known)) if texts else {}
    count = imports + 1 if imports is not None else int(bool(texts))
    marks = {key(name): place for place, name in enumerate(first)}
    numbers = count > 0 or "distributionchannel" in marks
    cells = {"status": PREVIEW | (PREVIEW_NUMBERS if numbers else set()), "distributionchannel": CHANNEL}
    previews = tuple((marks[name], cells[name]) for name in cells if name in marks)
    spam = ((marks["status"], SPAM | (SPAM_NUMBERS if numbers else set())),) if "status" in marks else ()
    return Heading(PLATFORM, final, count, about, previews, spam, renamed)


def is_own_status(name: str, cells: Iterable[str]) -> bool:
    """Whether a column of the name Status holds what Qualtrics never writes there: then it is somebody's own."""
    return key(name) == "status" and not {key(cell) for cell in cells} <= STATUSES


def made_by_display(name: str, title: str = "") -> str:
    """Say what Qualtrics keeps in a column that is no answer: an order of display, times on a page; nothing for others."""
    if ORDER.search(name) or " - Display Order" in title:
        return "the order in which Qualtrics showed the options."
    return "times and clicks on a page, which Qualtrics measures." if TIMING.search(name) else ""


def _is_imports(row: Sequence[str]) -> bool:
    filled = [cell for cell in row if cell.strip()]
    return (
        bool(filled) and sum(cell.lstrip().startswith("{") and "ImportId" in cell for cell in filled) > len(filled) / 2
    )


def _older(names: Sequence[str], row: Sequence[str]) -> tuple[str, ...]:
    """Names of the older exporter, whose first columns are V1, V2, ... and are named in the second row only."""
    numbered = [place for place, name in enumerate(names) if NUMBERED.fullmatch(name.strip())]
    if len(numbered) < 4 or sum(key(row[place]) in COLUMNS for place in numbered) < 4:
        return ()
    return tuple(row[place] if place in numbered else name for place, name in enumerate(names))


def _is_texts(names: Sequence[str], rows: Sequence[Sequence[str]], known: Sequence[int]) -> bool:
    """Whether the row below the names says again what the platform's own columns are."""
    if not rows:
        return False
    said = [(key(names[place]), key(rows[0][place])) for place in known if rows[0][place].strip()]
    return bool(said) and sum(text == name or LABELS.get(text) == name for name, text in said) > 2 * len(said) / 3


def _about(names: Sequence[str], texts: Sequence[str], imports: Sequence[str], known: set[int]) -> dict[str, About]:
    """What is said of each column: its question, and of a question in several columns which option it is."""
    asked = {place: text for place, text in enumerate(texts) if text and names[place] and place not in known}
    found = {names[place]: About(title=_plain_title(text)) for place, text in asked.items()}
    sets: dict[str, list[int]] = defaultdict(list)
    for place, text in asked.items():
        if stem := _stem(names[place], imports[place] if imports else "", text):
            sets[stem].append(place)
    for stem, places in sets.items():
        cut = {place: asked[place].replace(f"{CHOICE} - ", " - ", 1) for place in places}
        title = common_stem(list(cut.values())) if len(places) > 1 else ""
        options = {place: text[len(title) :] for place, text in cut.items()}
        if title and all(options.values()):
            found |= {names[at]: About(title=title[:-3], group=stem, option=option) for at, option in options.items()}
    return found


def _stem(name: str, told: str, text: str) -> str:
    """The question whose option a column may be; what the third row calls a grid's row or a text is none, unless what was asked says so."""
    match = re.fullmatch(r"(.+?)_\d+", name)
    if not match or (told.strip() and "choiceId" not in told and f"{CHOICE} - " not in text):
        return ""
    return match.group(1)


def _plain_title(text: str) -> str:
    return text.removesuffix(CHOICE).removesuffix(" - Text").strip()
