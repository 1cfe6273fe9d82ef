"""Check freetext, with nothing but Python 3.11: installs it, then linters, types, walls and tests; `--all` adds the slow ones."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit("freetext needs Python 3.11 or newer; this is Python %d.%d." % sys.version_info[:2])  # noqa: UP031

import checks
import venv_home

if __name__ == "__main__":
    with venv_home.told():
        checks.main()
