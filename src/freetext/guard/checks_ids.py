"""Checks of the ids: missing, standing twice, and what spreadsheets do to them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from freetext.guard.checks import Cells, Finding, found

SHORTENED = re.compile(r"[0-9](?:[.,][0-9]+)?[eE]\+[0-9]+")
"""How a spreadsheet writes a number that is too long for it."""


def check_ids(ids: Cells, questions: Sequence[str] | None = None) -> Iterator[Finding]:
    """All checks of a column of ids; `questions` says what each row answers, in a file with one answer a row."""
    yield from missing_ids(ids)
    yield from doubled_keys(ids, questions)
    yield from blanks_around(ids)
    yield from twins(ids)
    yield from zeros_lost(ids)
    yield from shortened(ids)


def missing_ids(ids: Cells) -> list[Finding]:
    """Rows without an id."""
    bare = (place for place, text in enumerate(ids.texts) if not text.strip())
    return found("id-missing", "person", ids, bare, "{n} without an id.", "Fill them in, or leave --id out.")


def doubled_keys(ids: Cells, questions: Sequence[str] | None = None) -> list[Finding]:
    """Rows whose id, or id and question, stands in another row too."""
    keys: Sequence[object] = ids.texts if questions is None else list(zip(ids.texts, questions, strict=True))
    if len(set(keys)) == len(keys):
        return []
    counts = Counter(keys)
    places = (place for place, key in enumerate(keys) if counts[key] > 1 and ids.texts[place].strip())
    what = "{n} whose id" + (" and question stand" if questions is not None else " stands") + " in another row too."
    remedy = (
        "Remove the repeats; or name the column that tells them apart with --question, a unique one with --id (and the "
        "person with --respondent)."
    )
    return found("id-twice", "person", ids, places, what, remedy)


def blanks_around(ids: Cells) -> list[Finding]:
    """Ids with blanks at an end: labels and moves would not find them."""
    places = (place for place, text in enumerate(ids.texts) if text != text.strip() and text.strip())
    what = "{n} whose id begins or ends with a blank: an id is compared as it stands."
    return found("id-blanks", "note", ids, places, what, "Take the blanks off in the file, before anything is coded.")


def twins(ids: Cells) -> list[Finding]:
    """Ids that differ only in case or in blanks at their ends."""
    whole = set(ids.texts)
    spelled = Counter(text.strip().casefold() for text in whole if text.strip())
    double = {key for key, times in spelled.items() if times > 1}
    if not double:
        return []
    places = (place for place, text in enumerate(ids.texts) if text.strip().casefold() in double)
    what = "{n} whose id is another row's but for capitals or blanks at its ends."
    return found(
        "id-twins", "person", ids, places, what, "Say in the file whether they are the same, or make them differ."
    )


def zeros_lost(ids: Cells) -> list[Finding]:
    """Shorter numbers beside numbers that are filled up with zeros: a spreadsheet took the zeros off."""
    padded = {len(text) for text in ids.texts if text[:1] == "0" and len(text) > 1 and text.isdecimal()}
    if len(padded) != 1:
        return []
    (wide,) = padded
    places = (
        place
        for place, text in enumerate(ids.texts)
        if 0 < len(text) < wide and text[0] != "0" and text.isascii() and text.isdecimal()
    )
    what = f"{{n}} whose id is shorter than the others, which are filled up with zeros to {wide} digits."
    remedy = "Write the zeros again, with the column as text: a spreadsheet takes them off."
    return found("id-zeros-lost", "person", ids, places, what, remedy)


def shortened(ids: Cells) -> list[Finding]:
    """Ids that a spreadsheet wrote as 1.23E+15: their last digits are gone."""
    places = (place for place, text in enumerate(ids.texts) if "+" in text and SHORTENED.fullmatch(text.strip()))
    what = "{n} whose id is a number that a spreadsheet shortened (1.23E+15): the last digits are gone."
    return found("id-shortened", "person", ids, places, what, "Export it again, with the column as text.")


def check_questions(questions: Cells) -> list[Finding]:
    """Rows that do not say which question they answer."""
    bare = (place for place, text in enumerate(questions.texts) if not text.strip())
    what = "{n} without a question: nobody knows what is answered."
    return found("question-missing", "person", questions, bare, what, "Fill them in, or take the rows out.")
