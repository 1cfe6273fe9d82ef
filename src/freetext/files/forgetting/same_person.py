"""Whether the rows that one id names in several files are one person's: by who they say that it is, else by what was written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from freetext.errors import UsageError, quoted, rows_listed
from freetext.files.coding.coded_again import covered, plainly
from freetext.files.coding.codings import OURS
from freetext.files.tabular.sheets import CUT
from freetext.files.tabular.tables import Table
from freetext.survey.questionnaire import Questionnaire

Written = tuple[str, str]
"""An answer's id as its cell spells it, and a text."""


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Rows of a table, by their places from 0; `wave` names the file that was collected, and what was coded of it."""

    path: Path
    wave: str
    table: Table
    places: tuple[int, ...]

    def only(self, places: Iterable[int]) -> Rows:
        """The same table, other rows."""
        return replace(self, places=tuple(places))

    def told(self) -> str:
        """Name them."""
        return f"{self.path.name}, row {rows_listed([self.table.row(place) for place in self.places])}"


def cells_of(table: Table, column: str) -> Sequence[str]:
    """The cells of a column without outer blanks; none where the table lacks it."""
    return [cell.strip() for cell in table.texts(column)] if column and column in table.names else ()


def answers_of(table: Table, survey: Questionnaire, ids: Collection[str]) -> tuple[int, ...]:
    """The places of the rows that these ids name."""
    return tuple(place for place, cell in enumerate(cells_of(table, survey.id)) if cell in ids)


def texts_of(table: Table, places: Sequence[int], survey: Questionnaire) -> Iterator[Written]:
    """What stands in the text columns of these rows, blank cells left out."""
    if survey.id not in table.names:
        return
    ids = table.texts(survey.id)
    for column in sorted(set(survey.text_columns).intersection(table.names) - set(OURS)):
        cells = table.texts(column)
        yield from ((ids[place], cells[place]) for place in places if cells[place].strip())


def people_of(rows: Rows, survey: Questionnaire) -> set[str]:
    """Who these rows say that they are; blank cells say nothing."""
    people = cells_of(rows.table, survey.respondent)
    return {people[place] for place in rows.places if people and people[place]}


def ids_of(rows: Rows, survey: Questionnaire) -> set[str]:
    """The ids of these rows."""
    ids = cells_of(rows.table, survey.id)
    return {ids[place] for place in rows.places if ids and ids[place]}


def of_one_answer(
    found: Sequence[Rows], survey: Questionnaire, name: str, *, first: str
) -> tuple[list[Rows], list[str]]:
    """Choose the rows of an answer, of all that its id names, and say what of other waves is left or taken, and why.

    The wave of the survey's own file, `first`, says whose answer it is. Rows of another wave go where they name the same respondent;
    where one of both names none, where the texts are the same. Raises UsageError, with files and rows, where one wave names several
    respondents, and where the survey's own file does not have the answer and others differ.
    """
    met = [each for each in found if each.places]
    if not met:
        return list(found), []
    main = first if first in {each.wave for each in met} else met[0].wave
    own = [each for each in met if each.wave == main]
    who = set().union(*(people_of(each, survey) for each in own))
    if len(who) > 1:
        raise _several(name, own)
    known = frozenset(text for each in own for text in texts_of(each.table, each.places, survey))
    chosen, notes = [], []
    for each in found:
        mine, said = (each, "") if each in own else _of_wave(each, survey, who, known)
        chosen.append(mine)
        notes += [said] * bool(said)
    if main != first and any(one.places != other.places for one, other in zip(found, chosen, strict=True)):
        raise _several(name, met)
    return chosen, notes


def _several(name: str, rows: Iterable[Rows]) -> UsageError:
    told = "; ".join(each.told() for each in rows)
    return UsageError(
        f"the id {quoted(name)} names answers of several people: {told}. Name the respondent, without --answer; or take the rows out by hand."
    )


def of_respondent(found: Sequence[Rows], survey: Questionnaire, ids: Collection[str]) -> tuple[list[Rows], list[str]]:
    """Choose a respondent's rows in tables that do not tell respondents, `found` being their rows in those that do.

    Returns these and the others with what was chosen, and says what was left or taken, and why. Such a table is of their wave where
    another table of the wave tells their ids there; elsewhere the text decides, for an id may be somebody else's.
    """
    telling = [each for each in found if survey.respondent in each.table.names]
    known = frozenset(text for each in telling for text in texts_of(each.table, each.places, survey))
    chosen, notes = [], []
    for each in found:
        if each in telling:
            chosen.append(each)
            continue
        theirs = set().union(*(ids_of(other, survey) for other in telling if other.wave == each.wave))
        sure = answers_of(each.table, survey, theirs)
        mine, said = by_texts(each.only(sorted(set(answers_of(each.table, survey, ids)) - set(sure))), survey, known)
        chosen.append(each.only(sorted({*sure, *mine.places})))
        notes += [said] * bool(said)
    return chosen, notes


def _of_wave(rows: Rows, survey: Questionnaire, who: set[str], known: Collection[Written]) -> tuple[Rows, str]:
    """Choose the rows of another wave that are this person's."""
    if not rows.places:
        return rows, ""
    there = {place: people_of(rows.only([place]), survey) for place in rows.places}
    if who and all(there.values()):
        mine = rows.only(place for place, names in there.items() if names == who)
        rest = rows.only(sorted(set(rows.places) - set(mine.places)))
        said = f"{rest.told()}: the id is another respondent's there, and stays" if rest.places else ""
        return mine, said
    return by_texts(rows, survey, known)


def by_texts(rows: Rows, survey: Questionnaire, known: Collection[Written]) -> tuple[Rows, str]:
    """Choose the rows in which stands what somebody wrote; nobody else says whose these are."""
    if not rows.places:
        return rows, ""
    mine = rows.only(place for place in rows.places if _is_written(texts_of(rows.table, [place], survey), known))
    rest = rows.only(sorted(set(rows.places) - set(mine.places)))
    why = "nobody says there who wrote it"
    if rest.places:
        return (
            mine,
            f"{rest.told()}: an id of theirs with another text, and {why}; it is left, take it out by hand if it is theirs",
        )
    return mine, f"{mine.told()}: taken for theirs, for the text is the same; {why}"


def _is_written(texts: Iterable[Written], known: Collection[Written]) -> bool:
    """Whether all texts of a row are known under its id, as they were written, covered, or cut; a row without one is not."""
    found = list(texts)
    return bool(found) and all(any(_is_same(one, other) for other in known) for one in found)


def _is_same(one: Written, other: Written) -> bool:
    if one[0].strip() != other[0].strip():
        return False
    forms = [{plainly(text), covered(text)} for _, text in (one, other)]
    if any(text.endswith(CUT) for _, text in (one, other)):
        starts = [plainly(text.removesuffix(CUT)) for _, text in (one, other)]
        return starts[0].startswith(starts[1]) or starts[1].startswith(starts[0])
    return bool(forms[0] & forms[1])
