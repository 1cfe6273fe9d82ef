"""One question as the tally sees it: who gave which code."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from freetext.survey.answers import BoolArray, FloatArray
from freetext.survey.codeframe import Codeframe

Kind = Literal["open", "closed", "multi", "ranking"]


@dataclass(frozen=True, slots=True, eq=False)
class Audit:
    """What people know of the codes of one question, beside the codes themselves: `n` answers, `k` codes.

    known    bool (n,): people coded the answer for a reason that is not random, or it needs no coding; it stands for no others
    audited  bool (n,): people coded it in a random audit; never one that is known
    pi       float (n,): the probability with which an answer that is not known was audited; 0 where the audit has not reached,
             1 where everything of its kind was coded
    truth    float (n, k): what people said, 1 or 0, a half where they differ; nan where nobody did
    scores   float (n, k): how likely a model that has not learnt from the answer holds each code, or any other number in 0..1
             that was fixed before the audit was read; None where there is none
    """

    known: BoolArray
    audited: BoolArray
    pi: FloatArray
    truth: FloatArray
    scores: FloatArray | None = None

    def take(self, places: BoolArray) -> Audit:
        """What is known of these answers alone, bool (n,)."""
        scores = None if self.scores is None else self.scores[places]
        return Audit(self.known[places], self.audited[places], self.pi[places], self.truth[places], scores)


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
    audit      what people know of a machine's codes; None where nobody has audited them, or where no machine coded
    told       whether blank answers can be told from those without a code; else all who were asked count as having answered
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
    audit: Audit | None = None
    told: bool = True

    def __len__(self) -> int:
        """How many respondents."""
        return len(self.asked)

    def take(self, places: BoolArray) -> Responses:
        """What these respondents alone said, bool (n,)."""
        return replace(
            self,
            given=self.given[places],
            source=self.source[places],
            asked=self.asked[places],
            answered=self.answered[places],
            ranks=None if self.ranks is None else self.ranks[places],
            audit=None if self.audit is None else self.audit.take(places),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Banner:
    """The columns of a cross-tab: `names`, and `member` bool (n, columns); a respondent may be in none or several."""

    name: str
    names: tuple[str, ...]
    member: BoolArray
