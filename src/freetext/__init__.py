"""freetext: tag survey verbatims with the themes of a codeframe, and tally them."""

__version__ = "0.1.0"
