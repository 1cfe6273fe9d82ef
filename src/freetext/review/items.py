"""What a review asks: one answer with all that a coder may see of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from freetext.survey.codeframe import Codeframe
from freetext.survey.labels import Key

Stream = Literal["audit", "queue", "lookup", "second", "adjudicate", "bridge"]
"""Why an answer is asked.

audit       the blind random audit
queue       the model wants it most
lookup      somebody asked for this very answer
second      another coder has decided it: coded again, blind, for agreement
adjudicate  coders differ
bridge      an old wave's answer: coded again, blind, under today's codeframe
"""


@dataclass(frozen=True, slots=True)
class Suggested:
    """A theme that the model suggests, and the words of the answer that speak most for it."""

    slug: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One answer to decide on.

    title       the question as it was put
    cells       the respondent's closed answers: (question's title, answer)
    suggestion  what the model says; None where the coder must not see it (always None for audit, second, adjudicate and bridge)
    said        adjudicate: what each coder chose, (slugs), in an order that does not tell who is who
    model       the digest of the model that made the suggestion
    one         at most one theme can be ticked
    concerns    what the answer looks like that a person must look at for safeguarding, by category; shown, never counted
    """

    key: Key
    text: str
    codeframe: Codeframe
    stream: Stream
    title: str = ""
    cells: tuple[tuple[str, str], ...] = ()
    suggestion: tuple[Suggested, ...] | None = None
    said: tuple[tuple[str, ...], ...] = ()
    model: str = ""
    one: bool = False
    concerns: tuple[str, ...] = ()

    @property
    def blind(self) -> bool:
        """Whether the model's suggestion is kept from the coder."""
        return self.suggestion is None
