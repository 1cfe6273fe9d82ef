"""Exports as survey platforms write them, made up after the vendors' documented shapes, with the oddities that they are known for."""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

Rows = list[Sequence[object]]

NBSP = "\u00a0"
TYPES = ("Council", "Charity", "Business")
BARRIERS = ("Money", "Staff, time or both", "Nobody\u2019s idea", "Other (please specify)")
"""Options: one with the sign that joins others, one with a smart quote."""

WHY = "What is the main barrier? Please say\nin your own words."
WHICH = "Which barriers do you meet? (tick all)"
KIND = "What kind of organisation do you work for?"
ANYTHING = "Anything else?"
SAID = (
    "we have no budget and no money",
    "there are no staff and no time",
    "skills and training are short",
    "no funding for new staff",
    "nobody knows",
)
FILLER = ("really", "as ever", "in our office", "this year", "since the reform", "for now", "honestly", "every week")


@dataclass(frozen=True)
class Person:
    """What one respondent said; `ticked` are places in BARRIERS."""

    number: int
    id: str
    type: str
    why: str
    ticked: tuple[int, ...]
    other: str
    more: str

    @property
    def options(self) -> list[str]:
        """What was ticked."""
        return [BARRIERS[place] for place in self.ticked]


def people(count: int = 40, seed: int = 1) -> list[Person]:
    """Respondents who are always the same."""
    dice = random.Random(seed)
    found = []
    for number in range(1, count + 1):
        ticked = tuple(sorted(dice.sample(range(4), dice.choice((1, 1, 2, 3)))))
        why = f"{dice.choice(SAID)} {dice.choice(FILLER)} {dice.choice(FILLER)}, case {number}"
        other = f"{dice.choice(FILLER)} the weather {number}" if 3 in ticked else ""
        more = f"{dice.choice(SAID)} {number}" if number % 3 else ""
        found.append(Person(number, f"00{number:03d}", dice.choice(TYPES), why, ticked, other, more))
    return found


def _when(number: int) -> dt.datetime:
    return dt.datetime(2024, 3, 5, 9, 0) + dt.timedelta(minutes=7 * number)  # noqa: DTZ001


SYSTEM = {
    "StartDate": "Start Date",
    "EndDate": "End Date",
    "Status": "Response Type",
    "IPAddress": "IP Address",
    "Progress": "Progress",
    "Duration (in seconds)": "Duration (in seconds)",
    "Finished": "Finished",
    "RecordedDate": "Recorded Date",
    "ResponseId": "Response ID",
    "RecipientLastName": "Recipient Last Name",
    "RecipientFirstName": "Recipient First Name",
    "RecipientEmail": "Recipient Email",
    "ExternalReference": "External Data Reference",
    "LocationLatitude": "Location Latitude",
    "LocationLongitude": "Location Longitude",
    "DistributionChannel": "Distribution Channel",
    "UserLanguage": "User Language",
}


def qualtrics(*, split: bool = True, imports: bool = True, numeric: bool = False, size: int = 40) -> Rows:
    """Names, question texts, `{"ImportId":...}`, then answers: the first and the ninth a preview, the fifth spam.

    `split`: a column for each option, else they are joined by commas; without `imports` as a workbook comes; `numeric`: choices as
    numbers, 1 for what was ticked.
    """
    names = [*SYSTEM, "Q1", "Q2", *([f"Q3_{n}" for n in (1, 2, 3, 7)] if split else ["Q3"]), "Q3_7_TEXT", "Q4"]
    which = (
        [f"{WHICH} - Selected Choice - {option}" for option in BARRIERS] if split else [f"{WHICH} - Selected Choice"]
    )
    texts = [*SYSTEM.values(), WHY, KIND, *which, f"{WHICH} - Other (please specify) - Text", ANYTHING]
    keys = [
        *(
            [
                "startDate",
                "endDate",
                "status",
                "ipAddress",
                "progress",
                "duration",
                "finished",
                "recordedDate",
                "_recordId",
            ]
        )
    ]
    keys += ["recipientLastName", "recipientFirstName", "recipientEmail", "externalDataReference"]
    keys += ["locationLatitude", "locationLongitude", "distributionChannel", "userLanguage", "QID1_TEXT", "QID2"]
    told = [f'{{"ImportId":"{key}"{TIMED if key.endswith("Date") else ""}}}' for key in keys]
    told += [f'{{"ImportId":"QID3","choiceId":"{n}"}}' for n in (1, 2, 3, 7)] if split else ['{"ImportId":"QID3"}']
    told += ['{"ImportId":"QID3_7_TEXT"}', '{"ImportId":"QID4_TEXT"}']
    rows: Rows = [list(names), list(texts), *([list(told)] if imports else [])]
    return rows + [_qualtrics_answer(person, split=split, numeric=numeric) for person in people(size)]


TIMED = ',"timeZone":"Europe/London"'


def _qualtrics_answer(person: Person, *, split: bool, numeric: bool) -> list[object]:
    status, channel = ("Survey Preview", "preview") if person.number in (1, 9) else ("IP Address", "anonymous")
    status = "Spam" if person.number == 5 else status
    if numeric:
        status = {"Survey Preview": "1", "Spam": "8"}.get(status, "0")
    when = _when(person.number).strftime("%Y-%m-%d %H:%M:%S")
    system = [when, when, status, f"192.0.2.{person.number}", "100", "300", "True", when, f"R_{person.id}x"]
    system += ["Archer", "Ann", f"ann{person.number}@example.org", "", "51.5", "-0.12", channel, "EN-GB"]
    ticks = [("1" if numeric else option) if option in person.options else "" for option in BARRIERS]
    return [
        *system,
        person.why,
        person.type,
        *(ticks if split else [",".join(person.options)]),
        person.other,
        person.more,
    ]


def older_qualtrics(size: int = 40) -> Rows:
    """As the older exporter wrote: V1, V2, ... in the first row, what they are in the second."""
    system: list[object] = [
        "ResponseID",
        "ResponseSet",
        "Name",
        "ExternalDataReference",
        "EmailAddress",
        "IPAddress",
        "Status",
    ]
    system += ["StartDate", "EndDate", "Finished"]
    rows: Rows = [[*(f"V{n}" for n in range(1, 11)), "Q1", "Q2"], [*system, WHY, KIND]]
    for person in people(size):
        when = _when(person.number).strftime("%Y-%m-%d %H:%M:%S")
        own = [
            f"R_{person.id}",
            "Default Response Set",
            "Archer, Ann",
            "",
            f"a{person.number}@example.org",
            "192.0.2.1",
        ]
        rows.append([*own, "1" if person.number == 2 else "0", when, when, "1", person.why, person.type])
    return rows


def surveymonkey(*, repeated: bool = False, twice: bool = False, size: int = 40) -> Rows:
    """Questions above, `Response` or options below; a blank (`repeated`: the same text) goes on with a question.

    `twice`: the last two questions have the same text.
    """
    system: list[object] = [
        "Respondent ID",
        "Collector ID",
        "Date Created",
        "Date Modified",
        "IP Address",
        "Email Address",
    ]
    system += ["First Name", "Last Name", "Custom Data 1"]
    goes_on = [WHICH] * 3 if repeated else [""] * 3
    last = [ANYTHING, ANYTHING] if twice else [ANYTHING]
    rows: Rows = [
        [*system, WHY, f"{KIND}{NBSP}", WHICH, *goes_on, *last],
        ["" for _ in system] + ["Open-Ended Response", "Response", *BARRIERS, *("Open-Ended Response" for _ in last)],
    ]
    for person in people(size):
        when = _when(person.number).strftime("%m/%d/%Y %I:%M:%S %p")
        own = [
            f"1140{person.number:07d}",
            "4011",
            when,
            when,
            f"192.0.2.{person.number}",
            f"a{person.number}@example.org",
        ]
        ticks = [option if option in person.options else "" for option in BARRIERS[:3]]
        said = [person.why, person.type, *ticks, person.other, *([person.more] * len(last))]
        rows.append([*own, "Ann", "Archer", "", *said])
    return rows


def microsoft(*, twice: bool = False, size: int = 40) -> Rows:
    """One header row with non-breaking spaces; what was ticked ends in semicolons. `twice`: a text that differs by a space only."""
    rows: Rows = [
        ["ID", "Start time", "Completion time", "Email", "Name", WHY.replace(" ", NBSP, 2), KIND, WHICH, ANYTHING]
        + ([f"{ANYTHING} "] if twice else [])
    ]
    for person in people(size):
        when = _when(person.number)
        ticked = "".join(f"{option};" for option in person.options)
        said = [person.why, person.type, ticked, *([person.more] * (1 + twice))]
        rows.append([person.number, when, when, "anonymous", "", *said])
    return rows


def google(*, twice: bool = False, size: int = 40) -> Rows:
    """One header row; what was ticked is joined by commas, which options hold too; a grid."""
    grid = ["How good is it? [The service]", "How good is it? [The food]"]
    rows: Rows = [
        ["Timestamp", "Email Address", WHY, KIND, WHICH, *grid, ANYTHING, *([ANYTHING] if twice else [])],
    ]
    for person in people(size):
        when = _when(person.number).strftime("%Y/%m/%d %-I:%M:%S %p GMT").replace("AM", "am").replace("PM", "pm")
        said = [person.why, person.type, ", ".join(person.options), "Good", "Poor" if person.number % 2 else "Good"]
        rows.append([when, f"a{person.number}@example.org", *said, *([person.more] * (1 + twice))])
    return rows


def smartsurvey(*, heads: int = 2, size: int = 40) -> Rows:
    """One, two or three header rows: questions, what is below them, options."""
    system: list[object] = [
        "UserID",
        "UserNo",
        "Name",
        "Email",
        "IP Address",
        "Unique ID",
        "Started",
        "Ended",
        "Tracking Link",
    ]
    asked = [WHY, KIND, WHICH, "", "", "", ANYTHING]
    below = ["", "", *BARRIERS, ""]
    flat = [WHY, KIND, *(f"{WHICH} - {option}" for option in BARRIERS), ANYTHING]
    blank = ["" for _ in system]
    rows: Rows
    if heads == 1:
        rows = [[*system, *flat]]
    elif heads == 2:
        rows = [[*system, *asked], [*blank, *below]]
    else:
        rows = [[*system, *asked], [*blank, "", "", "At work", "", "", "", ""], [*blank, *below]]
    for person in people(size):
        when = _when(person.number).strftime("%d/%m/%Y %H:%M:%S")
        own = [
            f"{900000 + person.number}",
            str(person.number),
            "",
            "",
            f"192.0.2.{person.number}",
            person.id,
            when,
            when,
            "Web",
        ]
        ticks = [option if option in person.options else "" for option in BARRIERS[:3]]
        rows.append([*own, person.why, person.type, *ticks, person.other, person.more])
    return rows


EXPORTS: dict[str, Callable[[], Rows]] = {
    "qualtrics": qualtrics,
    "surveymonkey": surveymonkey,
    "microsoft-forms": microsoft,
    "google-forms": google,
    "smartsurvey": smartsurvey,
}
"""An export of each platform."""


def write_csv(
    path: Path, rows: Sequence[Sequence[object]], *, encoding: str = "utf-8-sig", delimiter: str = ","
) -> Path:
    """Write rows as text; moments as ISO 8601."""
    text = io.StringIO(newline="")
    told = ([cell.isoformat(sep=" ") if isinstance(cell, dt.datetime) else cell for cell in row] for row in rows)
    csv.writer(text, delimiter=delimiter).writerows(told)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def write_xlsx(path: Path, rows: Sequence[Sequence[object]], *, merged: bool = False) -> Path:
    """Write rows as a workbook, moments as Excel's dates, texts as texts; `merged`: the first row's blanks belong to the cell before."""
    book = xlsxwriter.Workbook(path, {"strings_to_numbers": False, "strings_to_formulas": False})
    sheet, dated = book.add_worksheet("Sheet1"), book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
    for at, row in enumerate(rows):
        for place, cell in enumerate(row):
            if isinstance(cell, dt.datetime):
                sheet.write_datetime(at, place, cell, dated)
            elif cell != "":
                sheet.write(at, place, cell)
    place = 0
    while merged and place < len(rows[0]):
        end = place + 1
        while end < len(rows[0]) and rows[0][end] == "":
            end += 1
        if end > place + 1:
            sheet.merge_range(0, place, 0, end - 1, rows[0][place])
        place = end
    book.close()
    return path


def write_export(platform: str, folder: Path) -> Path:
    """Write an export of a platform as a CSV file, and return where."""
    return write_csv(folder / f"{platform}.csv", EXPORTS[platform]())
