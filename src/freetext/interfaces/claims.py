"""Which answers of a file a theme claims, and who says so: people, a coded file, a model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from freetext.errors import UnknownTheme, counted
from freetext.files.coding.coded_blocks import THEMES
from freetext.files.coding.found import Known
from freetext.interfaces.searched import Searched, as_known
from freetext.survey.answers import BoolArray
from freetext.survey.codeframe import Codeframe

if TYPE_CHECKING:
    from freetext.model.bundle import Model

NOTHING = 5
"""Words up to which an answer names nothing because a machine says so."""


@dataclass(frozen=True)
class Claims:
    """Which answers some theme has, bool (n,), which of them by a code that names nothing alone, and in words who said so."""

    claimed: BoolArray
    nothing: BoolArray
    said: tuple[str, ...] = ()


def claims_of(searched: Searched, model: Model | None = None) -> Claims:
    """Say which answers are claimed: by people where they decided, else by the codes of a model or of the coded file.

    An ordinary theme claims, in dispute too; `other` does not; an answer that names nothing has nothing to find and counts as claimed. But of
    more than NOTHING words only people can say so: a machine takes for nothing what its themes have no words for.
    """
    known = searched.known
    coded = model is None and is_coded(known)
    by_model = _model_claims(searched, model) if model else None
    claims = np.zeros((len(searched.places), 2), dtype=np.bool_)
    decided = np.zeros(len(searched.places), dtype=np.bool_)
    bare = 0
    for row, place in enumerate(searched.places):
        settled = known.settled.get(known.keys[place])
        if settled and not settled.by_rule:
            decided[row] = True
            claims[row] = _claims((*settled.themes, *settled.disputed), searched.frame)
        elif by_model is not None:
            claims[row] = by_model[row]
        elif coded:
            found = known.found(place)
            claims[row] = _claims([given.code for given in found.themes], searched.frame)
            bare += not found.coded and bool(found.text.strip())
        else:
            bare += bool(known.file.answers.texts[place].strip())
    doubtful = claims[:, 1] & ~decided & np.array([len(text.split()) > NOTHING for text in searched.texts])
    claims[doubtful] = False
    said = _told(known, model, coded=coded, people=int(decided.sum()), bare=bare, whole=len(claims))
    if doubtful.any():
        said.append(
            f"looked at too: {counted(int(doubtful.sum()), 'longer answer')} in which the machine found nothing named"
        )
    return Claims(claims[:, 0], claims[:, 1], tuple(said))


def is_coded(known: Known) -> bool:
    """Whether there are codes: a coded file of this one, or the file itself."""
    table = known.file.table
    return known.coded != table.file or any(name.partition(":")[0] == THEMES for name in table.names)


def _claims(codes: Sequence[str], frame: Codeframe | None) -> tuple[bool, bool]:
    """Whether codes claim an answer, and whether only such do as name nothing."""
    kinds = {_kind(code, frame) for code in codes} - {"other"}
    return bool(kinds), bool(kinds) and "" not in kinds


def _kind(code: str, frame: Codeframe | None) -> str:
    """The kind of a code; one that no codeframe knows is an ordinary theme."""
    try:
        return frame.find(code).reserved if frame else ""
    except UnknownTheme:
        return ""


def _model_claims(searched: Searched, model: Model) -> BoolArray:
    from freetext.model.coder import Coder  # noqa: PLC0415  (wakes spaCy)

    codings = Coder(model).code(as_known(searched, model))
    kinds = np.array([theme.reserved for theme in codings.codeframe.themes])
    claimed = codings.chosen[:, kinds != "other"].any(axis=1)
    return np.column_stack((claimed, claimed & ~codings.chosen[:, kinds == ""].any(axis=1)))


def _told(known: Known, model: Model | None, *, coded: bool, people: int, bare: int, whole: int) -> list[str]:
    """Say who claims."""
    said = [f"claimed by people: {counted(people, 'answer')} that they decided on"] if people else []
    if model:
        said.append(f"claimed by the model {model.codeframe.name}")
    elif coded:
        said.append(f"claimed by the codes of {known.coded}")
    if bare and said:
        said.append(f"{counted(bare, 'answer')} not coded yet: no theme claims them; `freetext code` codes them")
    if not said and whole:
        said.append("nothing is coded yet, so no theme claims any answer: `freetext code`, or --model, first")
    return said
