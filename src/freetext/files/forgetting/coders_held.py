"""All coders of a survey kept out while somebody is taken from their logs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from freetext.errors import InputError, UsageError
from freetext.files.labelling.label_logs import ENDING
from freetext.files.labelling.locks import active_coders, coder_lock, lock_path
from freetext.files.labelling.log_folders import log_folders


@contextmanager
def holding_coders(folder: Path, *, force: bool = False) -> Iterator[tuple[str, ...]]:
    """Hold the locks of all coders, of bridges and "Other" texts too; gives what was taken over, in plain words. `force` takes them over from whoever is at work.

    Raises UsageError, which names the session and what ends it, where a coder is at work: then no lock is held.
    """
    with ExitStack() as held:
        try:
            locks = [
                held.enter_context(coder_lock(each, name, force=force))
                for each in log_folders(folder)
                for name in _coders(each)
            ]
        except UsageError as error:
            raise UsageError(f"{error} Nothing was changed.") from error
        yield tuple(lock.note for lock in locks if lock.note)


def _coders(folder: Path) -> list[str]:
    """Those who have a log and those who are just beginning one, each once; a file that no session could write is nobody's."""
    logs = [path.name.removesuffix(ENDING) for path in sorted(folder.glob(f"*{ENDING}")) if path.name[0] != "."]
    found: dict[Path, str] = {}
    for name in (*logs, *active_coders(folder)):
        with suppress(InputError):
            found.setdefault(lock_path(folder, name), name)
    return list(found.values())
