"""Values of a JSON file of ours, taken for what they must be; raises TypeError or ValueError, which the file's reader turns into one message."""

from __future__ import annotations


def text_in(value: object) -> str:
    """Take a text."""
    if not isinstance(value, str):
        raise TypeError("a text is none")
    return value


def count_in(value: object) -> int:
    """Take a number of things."""
    if type(value) is not int:
        raise TypeError("a number is none")
    if value < 0:
        raise ValueError("a number of things is below nothing")
    return value
