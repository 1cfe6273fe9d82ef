"""Answers that a report may show: no personal data, and nothing that a person must look at for safeguarding."""

from __future__ import annotations

from freetext.guard.safeguarding import flags_of
from freetext.reports.personal import looks_personal


def may_be_shown(text: str) -> bool:
    """Whether an answer may stand in a report as far as its words tell; what people flagged is kept out besides."""
    return not looks_personal(text) and not flags_of(text)
