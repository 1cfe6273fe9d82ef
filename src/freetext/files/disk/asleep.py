"""What libraries and Python do on their own and no command has a use for: a third of the time that a small file takes."""

from __future__ import annotations

import gc
import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

PANDAS = "pandas"
"""pyarrow wakes it with the first array that it makes, to see whether that is one of pandas'; it does without."""

SHELL = ("spacy.cli", "spacy.cli.info")
"""spaCy's own commands, with all that they download by, come with `import spacy`; nothing but the name `info` is taken from them."""


SELDOM = (100_000, 20, 20)
"""How many new objects make Python look for cycles among all; coding makes many, and hardly a cycle: 5 to 9 % of a long run."""


class _Asleep(MetaPathFinder, Loader):
    """Says that pandas is not there, and that spaCy's commands are empty."""

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        if name == PANDAS:
            message = "this command of freetext has no use for pandas"
            raise ModuleNotFoundError(message, name=name)
        return ModuleSpec(name, self, is_package=True) if name in SHELL else None

    def exec_module(self, module: ModuleType) -> None:
        module.info = None  # type: ignore[attr-defined]


def let_sleep() -> None:
    """Keep them asleep in this process, which is ours alone; a library must not do so to those who import it."""
    sys.meta_path.insert(0, _Asleep())
    gc.set_threshold(*SELDOM)


def let_wake() -> None:
    """Let everything be imported again: the writers of SPSS and Stata files do have a use for pandas."""
    sys.meta_path[:] = [each for each in sys.meta_path if not isinstance(each, _Asleep)]
