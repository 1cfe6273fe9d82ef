"""What a store elsewhere says when it fails: whether it passes by itself, and how to name it."""

from __future__ import annotations

import errno
import re
import time
from collections.abc import Callable, Iterator
from typing import Final, TypeVar

T = TypeVar("T")

PAUSES: Final = (0.2, 1.0, 4.0)
"""Seconds before the second, third and fourth try; the file systems try on their own before that."""

PATIENCE: Final = 20.0
"""Seconds after which nothing is begun anew: a try may itself take half a minute, for the file systems have pauses of their own."""

PASSING_STATUS: Final = frozenset({408, 425, 429, 500, 502, 503, 504})
"""What HTTP says of a server that is busy, broken or away for a moment."""

PASSING_NUMBERS: Final = frozenset(
    getattr(errno, name)
    for name in ("EBUSY", "EAGAIN", "EREMOTEIO", "ECONNRESET", "ECONNREFUSED", "ETIMEDOUT", "EPIPE", "ENETUNREACH")
    if hasattr(errno, name)
)
"""What the system and the file systems say of a connection that broke."""

PASSING_NAMES: Final = re.compile(
    r"Connection|Timeout|Disconnected|Incomplete|Payload|HTTPClient|ResponseParser|SlowDown"
)
"""How the libraries of the stores call the errors of a broken connection; they share no class."""

LIBRARIES: Final = ("botocore", "aiohttp", "requests", "urllib3", "azure", "gcsfs", "google", "fsspec", "http")

ACCOUNT: Final = re.compile(r"(?<=//)[^/@]*:[^/@]*@")


def tried(call: Callable[[], T], pauses: tuple[float, ...] = PAUSES) -> T:
    """Call; what passes by itself is tried again after each pause, while there is patience, and the last error is raised."""
    end = time.monotonic() + PATIENCE
    for pause in pauses:
        try:
            return call()
        except Exception as error:  # the libraries of the stores share no class of errors
            if not passes(error) or time.monotonic() + pause > end:
                raise
        time.sleep(pause)
    return call()


def passes(error: BaseException) -> bool:
    """Whether an error is of the kind that is gone a moment later: a broken connection, a busy or failing server."""
    return not _final(error) and any(map(_passing, chain_of(error)))


def is_changed(error: BaseException) -> bool:
    """Whether it is the file that is another one since it was opened."""
    return type(error).__name__ == "FileExpired"


def _final(error: BaseException) -> bool:
    return is_changed(error) or isinstance(
        error, (FileNotFoundError, PermissionError, IsADirectoryError, NotADirectoryError)
    )


def _passing(error: BaseException) -> bool:
    status = status_of(error)
    if status is not None:
        return status in PASSING_STATUS
    if isinstance(error, (ConnectionError, TimeoutError)):
        return True
    if isinstance(error, OSError) and error.errno in PASSING_NUMBERS:
        return True
    kind = type(error)
    return kind.__module__.startswith(LIBRARIES) and PASSING_NAMES.search(kind.__name__) is not None


def chain_of(error: BaseException | None) -> Iterator[BaseException]:
    """An error and what it came from, the newest first."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def status_of(error: BaseException) -> int | None:
    """The HTTP status that an error carries, wherever its library keeps it."""
    response = getattr(error, "response", None)
    told = response.get("ResponseMetadata", {}).get("HTTPStatusCode") if isinstance(response, dict) else None
    for status in (told, *(getattr(error, name, None) for name in ("status_code", "status", "code"))):
        if isinstance(status, int) and 100 <= status < 600:
            return status
    return None


def told(error: BaseException) -> str:
    """What an error says, on one line, without the account that an address may hold."""
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    text = " ".join(said.split()) or type(error).__name__
    return ACCOUNT.sub("...@", text)[:200].rstrip(".")
