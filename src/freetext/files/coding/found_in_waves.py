"""The search among the answers of one file, or of all waves of a survey."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from freetext.errors import InputError, NegativeAnswer, UnknownTheme, UsageError
from freetext.files.coding.found import Known, Wanted
from freetext.files.tabular.filters import kept_rows
from freetext.survey.filters import Condition
from freetext.survey.found import Found
from freetext.survey.query import Query
from freetext.survey.questionnaire import Question
from freetext.survey.waves import wave_names


@dataclass(frozen=True)
class Hit:
    """An answer that was found: its place among those that are known of its file; `wave` where several were looked through."""

    known: Known
    place: int
    wave: str = ""

    def found(self, query: Query | None = None) -> Found:
        """Lay the answer out with its themes."""
        return replace(self.known.found(self.place, query), wave=self.wave)


def names_of_waves(known: Sequence[Known]) -> list[str]:
    """Name the waves that answers are of; a single one needs no name."""
    return wave_names([each.file.table.file for each in known]) if len(known) > 1 else [""] * len(known)


def found_in(
    known: Sequence[Known], wanted: Wanted, conditions: Sequence[Condition], questions: Sequence[Question]
) -> list[Hit]:
    """Find the answers that have all that is wanted, file by file, in rows that meet the conditions.

    Raises what `Known.search` and the conditions raise, where they raise it for every file: a wave may lack a question or a coder.
    """
    hits: list[Hit] = []
    refused: list[InputError | NegativeAnswer | UnknownTheme | UsageError] = []
    for each, name in zip(known, names_of_waves(known), strict=True):
        try:
            kept = kept_rows(each.file.table, conditions, questions).rows
            places = each.search(wanted)
            hits += [Hit(each, place, name) for place in places if kept[place % each.file.table.size]]
        except (InputError, NegativeAnswer, UnknownTheme, UsageError) as error:
            refused.append(error)
    if len(refused) == len(known):
        raise refused[0]
    return hits
