"""What `freetext code` was asked for, whichever way the answers are coded."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which columns are coded by which model or codeframe, and what is written; what is empty comes of the project."""

    text: tuple[str, ...]
    id: str
    respondent: str
    question: str
    model: Path | None
    codeframe: Path | None
    vectors: str
    scores: bool
    evidence: bool
    raw: bool
    redact: bool = False
    recode: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that were named."""
        return (*self.text, self.id, self.respondent, self.question)
