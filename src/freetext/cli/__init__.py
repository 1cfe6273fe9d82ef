"""argv to calls; nothing imports it. The one place that turns an error into a line and an exit code."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress

from freetext.errors import FreetextError

DONE, WRONG, BUG, INTERRUPTED = 0, 2, 70, 130
HALTED = "freetext: interrupted; nothing is half-written."


def main() -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(exit_code(_commands))


def alone() -> None:
    """Do as `main` does, in a process that nobody else uses; a polite end (SIGTERM) is an interruption like Ctrl-C.

    So is a terminal that goes away (SIGHUP), unless whoever started us asked for that to be passed over (nohup).
    """
    import signal

    from freetext.files.disk.asleep import let_sleep

    signal.signal(signal.SIGTERM, signal.default_int_handler)
    hung_up = getattr(signal, "SIGHUP", None)
    if hung_up is not None and signal.getsignal(hung_up) is not signal.SIG_IGN:
        signal.signal(hung_up, signal.default_int_handler)
    let_sleep()
    main()


def exit_code(call: Callable[[], int]) -> int:
    """Make a call; whatever it raises becomes one line on standard error and an exit code."""
    return _flushed(_outcome(call))


def _outcome(call: Callable[[], int]) -> int:
    try:
        return call()
    except FreetextError as error:
        return _told(f"freetext: {error}", error.exit_code)
    except KeyboardInterrupt:
        return _told(HALTED, INTERRUPTED)
    except OSError as error:
        return _unwritten(error)
    except Exception as error:  # noqa: BLE001
        return _told(HALTED, INTERRUPTED) if _interrupted(error) else _told(_bug(error), BUG)


def _unwritten(error: OSError) -> int:
    """Leave quietly when whoever read our output has gone, for that is no fault; a full disk is the user's."""
    from freetext.cli.run import reader_left
    from freetext.files.disk.places import reason

    if reader_left(error):
        return DONE
    if error.errno == errno.ENOSPC and error.filename is None:
        return _told(f"freetext: standard output: {reason(error)}", WRONG)
    return _told(HALTED, INTERRUPTED) if _interrupted(error) else _told(_bug(error), BUG)


def _flushed(code: int) -> int:
    """Write what is left; what cannot be written is dropped, or Python would complain of it when it closes the streams."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        try:
            stream.flush()
        except OSError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            code = code or _unwritten(error)
    return code


def _commands() -> int:
    """Run the command that argv names; options that it does not take are told like any other fault."""
    from freetext.cli.app import app, misused

    try:
        left = app(prog_name="freetext", standalone_mode=False)
    except SystemExit as leaving:
        # The library leaves with 1 when a pipe breaks; what broke is behind it.
        raise leaving.__context__ if isinstance(leaving.__context__, BrokenPipeError) else leaving from None
    except Exception as error:
        said = misused(error)
        if said is None:
            raise
        return _told(said, WRONG)
    if left == INTERRUPTED:
        raise KeyboardInterrupt
    return left if isinstance(left, int) else DONE


def _interrupted(error: BaseException | None) -> bool:
    """Whether an interruption is behind an error: one that hits an import can come out as another error."""
    while error is not None:
        if isinstance(error, KeyboardInterrupt):
            return True
        error = error.__cause__ or error.__context__
    return False


def _told(text: str, code: int) -> int:
    """Say what is wrong in one line: names of columns and cells in it can hold line ends and what steers a terminal."""
    from freetext.cli.run import fitted
    from freetext.show.screens import safe

    encoding = sys.stderr.encoding or "utf-8"
    with suppress(OSError):  # nobody can be told
        sys.stderr.write(fitted(safe(text), sys.stderr).encode(encoding, "backslashreplace").decode(encoding) + "\n")
    return code


def _bug(error: Exception) -> str:
    """Say that this is our fault, and where; the message of an unknown error may hold an answer, so it is left out."""
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    where = f"{os.path.basename(last.tb_frame.f_code.co_filename)}:{last.tb_lineno}" if last else "unknown"  # noqa: PTH119
    if os.environ.get("FREETEXT_DEBUG"):
        import traceback

        traceback.print_exception(error)
    return (
        f"freetext: a bug of ours ({type(error).__name__} in {where}). Please report it; "
        "FREETEXT_DEBUG=1 shows the whole trace (which may hold text of your file)."
    )
