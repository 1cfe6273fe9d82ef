"""What a coder wants of a review."""

from __future__ import annotations

import getpass
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from freetext.errors import UsageError
from freetext.files.labelling.labels import spelled
from freetext.review.queue import Strategy

Kind = Literal["review", "second", "adjudicate", "bridge"]


@dataclass(frozen=True, slots=True)
class Wishes:
    """Who reviews what, and how.

    kind      review: audit and queue; second: others' answers again, blind; adjudicate: where coders differ;
              bridge: an old wave's answers again, blind
    by        columns of the table that get an audit each; empty for the project's banners
    target    half-width wanted for every number, 0..1
    batch     answers between two summaries
    audit     share of a batch that is random audit, 0..1
    blind     nothing that a model says is ever shown
    whole     every answer is asked: none of them as a random audit, and no number is worked out on the way
    """

    coder: str
    kind: Kind = "review"
    by: tuple[str, ...] = ()
    target: float = 0.05
    batch: int = 20
    audit: float = 0.5
    strategy: Strategy = "auto"
    blind: bool = False
    whole: bool = False


def coder_name(given: str, logs: Path) -> str:
    """Return who decides, as their log spells it: the name given, else that of the person at this computer.

    Raises InputError for one that is no file's name.
    """
    if given:
        return spelled(logs, given)
    try:
        found = getpass.getuser()
    except (OSError, KeyError, ImportError):
        found = ""
    name = re.sub(r"[^\w .@+-]+", "-", found).strip(" .-")
    if not name:
        raise UsageError("who are you? Name yourself with --coder.")
    return spelled(logs, name)
