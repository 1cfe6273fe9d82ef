"""One question as the tally sees it: who gave which code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from freetext.survey.answers import BoolArray, FloatArray
from freetext.survey.codeframe import Codeframe

Kind = Literal["open", "closed", "multi", "ranking"]


@dataclass(frozen=True, slots=True, eq=False)
class Responses:
    """What `n` respondents said to one question, as `k` codes; open, closed and ranking questions alike.

    codeframe  the themes of an open question, the options of a closed one, the items of a ranking
    given      bool (n, k): the respondent gave this code
    source     uint8 (n, k) of `Source`: who decided so
    asked      bool (n,): the question was put to the respondent
    answered   bool (n,): the respondent said something
    ranks      float (n, k) for a ranking: 1 is first, nan where not ranked; None otherwise
    notes      what a reader of the table must be told about where the codes come from
    """

    question: str
    kind: Kind
    codeframe: Codeframe
    given: BoolArray
    source: NDArray[np.uint8]
    asked: BoolArray
    answered: BoolArray
    title: str = ""
    ranks: FloatArray | None = None
    notes: tuple[str, ...] = ()

    def __len__(self) -> int:
        """How many respondents."""
        return len(self.asked)


@dataclass(frozen=True, slots=True, eq=False)
class Banner:
    """The columns of a cross-tab: `names`, and `member` bool (n, columns); a respondent may be in none or several."""

    name: str
    names: tuple[str, ...]
    member: BoolArray
