"""`python -m freetext` is `freetext`."""

from freetext.cli import alone

if __name__ == "__main__":
    alone()
