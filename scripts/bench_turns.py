"""Works timed beside each other, in turn, for what the machine does to one it does to the other; and steps that may fail alone."""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Callable, Mapping


def in_turn(
    turns: int, works: Mapping[str, Callable[[], object]], times: Mapping[str, int] | None = None
) -> dict[str, float]:
    """Run some works one after the other, and again; return the shortest seconds of each.

    A work that is named in `times` is run so often in each turn, and its seconds are the mean of these: short works are timed
    better so, and gain nothing by it.
    """
    found: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(turns):
        for name, work in works.items():
            often, begun = (times or {}).get(name, 1), time.perf_counter()
            for _ in range(often):
                work()
            found[name].append((time.perf_counter() - begun) / often)
    return {name: min(seconds) for name, seconds in found.items()}


def through(steps: Mapping[str, Callable[[], object]]) -> bool:
    """Run steps, say when each begins and is done, and return whether all went through: one that fails leaves the others be."""
    failed = [step for step, work in steps.items() if not _done(step, work)]
    if failed:
        print(f"failed: {', '.join(failed)}", flush=True)
    return not failed


def _done(step: str, work: Callable[[], object]) -> bool:
    print(f"... {step}", flush=True)
    begun = time.perf_counter()
    try:
        work()
    except (Exception, SystemExit):  # noqa: BLE001 - whatever it was, the other figures are worth having
        traceback.print_exc(file=sys.stdout)
        return False
    print(f"... {step}: {time.perf_counter() - begun:,.0f} s", flush=True)
    return True
