"""See freetext at work, with nothing but Python 3.11: makes an environment, installs, runs the demo, shows its result."""

import sys

if sys.version_info < (3, 11):
    sys.exit("freetext needs Python 3.11 or newer; this is Python %d.%d." % sys.version_info[:2])  # noqa: UP031

import venv_home

if __name__ == "__main__":
    sys.exit(venv_home.told(venv_home.demo))
