"""`python -m freetext` is `freetext`."""

from freetext.cli import main

if __name__ == "__main__":
    main()
